/** Remarks on single lines, as a check shows them beside the diff. They are plain text there. */
import type { Annotation } from '../plan.js';
import { plainText } from '../report/defuse.js';
import { cut } from '../report/phrase.js';
import type { Finding, Severity } from '../specification/finding.js';
import type { SourceFile } from '../specification/source-file.js';
import { conflictAnnotation, EDITED_ANNOTATION, expectedInstead } from './sentences.js';
import type { View } from './view.js';

/** Ten requests of fifty: nobody reads more of them, and all stand in the report. */
export const MOST_ANNOTATIONS = 500;

const LONGEST_TITLE = 255;
const LONGEST_MESSAGE = 4_000;

const LEVELS: Record<Severity, Annotation['level']> = { error: 'failure', warning: 'warning', info: 'notice' };

/** One for each finding in a file of the head, in their order; only the most serious where they are too many. */
export function findingAnnotations(
  findings: readonly Finding[],
  files: ReadonlyMap<string, SourceFile>,
): readonly Annotation[] {
  const here = findings.filter(({ file }) => files.has(file));
  const severe = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    here.filter((finding) => finding.severity === severity),
  );
  const kept = new Set(severe.slice(0, MOST_ANNOTATIONS));
  return here.filter((finding) => kept.has(finding)).map(ofFinding);
}

function ofFinding({ file, line, severity, rule, itemRef, object, message, expected }: Finding): Annotation {
  const subject = itemRef || object;
  return annotation(file, line, {
    level: LEVELS[severity],
    title: subject === '' ? rule : `${rule}: ${subject}`,
    message: expected === '' ? message : expectedInstead(message, expected),
  });
}

/** One for each file that a person must bring together with the base branch. */
export function conflictAnnotations({ conflicts, state: { pull } }: View): readonly Annotation[] {
  const said = { level: 'failure', ...conflictAnnotation(pull.baseBranch) } as const;
  return conflicts.slice(0, MOST_ANNOTATIONS).map((path) => annotation(path, null, said));
}

/** One for each generated block that a person wrote over. */
export function editedAnnotations({ review, records }: View): readonly Annotation[] {
  if (records !== 'edited' && records !== 'stale') return [];
  return review.changes
    .filter(({ kind, side }) => kind === 'item-metadata-changed' && side === 'head')
    .slice(0, MOST_ANNOTATIONS)
    .map(({ file, line, itemRef }) =>
      annotation(file, line, {
        level: 'failure',
        ...EDITED_ANNOTATION,
        title: `${EDITED_ANNOTATION.title}: ${itemRef}`,
      }),
    );
}

/** What has no line of its own is shown on the first. */
function annotation(
  path: string,
  line: number | null,
  { level, title, message }: Pick<Annotation, 'level' | 'title' | 'message'>,
): Annotation {
  const texts = { title: cut(plainText(title), LONGEST_TITLE), message: cut(plainText(message), LONGEST_MESSAGE) };
  return { path, line: line ?? 1, level, ...texts };
}
