/** How one text became another, as far as many texts can share it. */

/** How a text changed, with what it gains or loses where others can share that. */
export type TextPattern =
  | { readonly how: 'filled' | 'emptied' | 'cut short' | 'rewritten' }
  | { readonly how: 'gains' | 'loses'; readonly text: string };

/** The pattern of a change of a description or of guidance. */
export function textPattern(before: string, after: string): TextPattern {
  if (before.trim() === '') return { how: 'filled' };
  if (after.trim() === '') return { how: 'emptied' };
  const gained = edgeDifference(before, after);
  if (gained !== '') return { how: 'gains', text: gained };
  if (before.trimEnd().endsWith(after.trim()) && after.trim().length < before.trim().length) {
    return { how: 'loses', text: before.slice(0, before.lastIndexOf(after.trim())).trim() };
  }
  if (before.includes(after.trim()) && after.trim().length < before.trim().length) return { how: 'cut short' };
  return openingPattern(before, after) ?? { how: 'rewritten' };
}

/** True where the text ends now where its first line ended (recorded pair 25-26: 126 texts at once). */
export function isCutAtLineBreak(before: string, after: string): boolean {
  const firstLine = before.split(/\r?\n/, 1)[0] ?? '';
  return firstLine.length < before.trimEnd().length && after.trimEnd() === firstLine.trimEnd();
}

/** What stands before or behind the whole of the shorter text in the longer one; `''` when it is not whole there. */
function edgeDifference(shorter: string, longer: string): string {
  const core = shorter.trim();
  if (core === '' || longer.length <= shorter.length) return '';
  if (longer.trimEnd().endsWith(core)) return longer.slice(0, longer.lastIndexOf(core)).trim();
  return longer.trimStart().startsWith(core) ? longer.trimStart().slice(core.length).trim() : '';
}

/** An opening sentence that comes or goes, whatever else is rewritten: what bulk edits of texts look like. */
function openingPattern(before: string, after: string): TextPattern | null {
  const lost = opening(before);
  if (lost !== '' && !after.includes(lost)) return { how: 'loses', text: lost };
  const gained = opening(after);
  return gained !== '' && !before.includes(gained) ? { how: 'gains', text: gained } : null;
}

function opening(text: string): string {
  const match = /^(?:\[[^\]]{20,400}\]|\([^)]{20,400}\))/.exec(text.trim());
  return match?.[0] ?? '';
}
