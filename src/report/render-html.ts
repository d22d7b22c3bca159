/** The whole report as one page that needs nothing else: no script, no font, no picture, no network. */
import type { Review } from '../review.js';
import { htmlCode, htmlText } from './defuse.js';
import { HTML_STYLE } from './html-style.js';
import { CHANGE_COLUMNS, causesSentence, FOR_EXAMPLE, type SectionId } from './messages.js';
import { type Outline, outlineOf, type Section } from './outline.js';
import type { DiffPiece, Line, Part } from './parts.js';
import { joined, name, type Phrase, plain, say } from './phrase.js';
import { type Run, runsOf } from './side-by-side.js';
import { sidesOf } from './sql-sentences.js';

/** Sections whose lines are changes, shown as a table. */
const TABLES: ReadonlySet<SectionId> = new Set(['structural', 'groups', 'documentation'] as const);

/** Nothing may be fetched or run, whatever a proposal manages to put into the page. */
export const HTML_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The page, complete. Everything is in it; what is long is folded, and open when printed. */
export function renderHtml(review: Review): string {
  const outline = outlineOf(review);
  const title = `${review.standard}: ${review.base} to ${review.head}`;
  const anchors = anchorsOf(outline.sections);
  const body = `${header(outline)}
<main>
${outline.sections.map((section) => sectionHtml(section, anchors)).join('\n')}
</main>`;
  return htmlDocument({ title, style: HTML_STYLE, body });
}

/** A document that needs nothing else; the body must be harmless already. */
export function htmlDocument({ title, style, body }: Readonly<Record<'title' | 'style' | 'body', string>>): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${HTML_POLICY}">
<title>${htmlText(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function header({ mark, verdict, headline, about, sections }: Outline): string {
  const links = sections.map(({ id, title }) => `<li><a href="#${id}">${htmlText(title)}</a></li>`).join('');
  return `<header>
<h1 class="${verdict}">${mark} <span>${htmlText(headline)}</span></h1>
<p>${phraseHtml(about)}</p>
${links === '' ? '' : `<nav aria-label="Sections"><ul>${links}</ul></nav>`}
</header>`;
}

/** An anchor for the first part about each data object: `object-ssd_person`. */
function anchorsOf(sections: readonly Section[]): ReadonlyMap<Part, string> {
  const first = new Map<string, Part>();
  for (const part of sections.flatMap(({ parts }) => parts)) {
    if (part.object !== '' && !first.has(part.object)) first.set(part.object, part);
  }
  return new Map([...first].map(([object, part]) => [part, `object-${anchorName(object)}`]));
}

/** Different names have different anchors, whatever characters are in them. */
function anchorName(object: string): string {
  return object.replace(/[^A-Za-z0-9_-]/g, (found) => `.${found.charCodeAt(0).toString(16)}.`);
}

function sectionHtml({ id, title, summary, parts }: Section, anchors: ReadonlyMap<Part, string>): string {
  const lead = summary.length > 0 ? `\n<p>${phraseHtml(summary)}</p>` : '';
  const body = parts.map((part) => partHtml(part, TABLES.has(id), anchors.get(part) ?? '')).join('\n');
  return `<section id="${id}">\n<h2>${htmlText(title)}</h2>${lead}\n${body}\n</section>`;
}

function partHtml(part: Part, asTable: boolean, anchor: string): string {
  const id = anchor === '' ? '' : ` id="${anchor}"`;
  const body = [contentHtml(part.lines, asTable), diffHtml(part.diff)].filter((html) => html !== '').join('\n');
  if (part.title.length === 0) return body;
  const heading = `<h3>${phraseHtml(part.title)}</h3>`;
  if (!part.folded) return `<div${id}>\n${heading}\n${body}\n</div>`;
  const examples =
    part.examples.length > 0 ? ` <span class="faint">${FOR_EXAMPLE} ${phraseHtml(part.examples)}</span>` : '';
  return `<details${id}>\n<summary>${heading}${examples}</summary>\n${body}\n</details>`;
}

/** Lines as a list, or as a table of changes. */
export function contentHtml(lines: readonly Line[], asTable: boolean): string {
  if (lines.length === 0) return '';
  if (!asTable) return `<ul class="lines">\n${lines.map(itemHtml).join('\n')}\n</ul>`;
  const heads = CHANGE_COLUMNS.map((column) => `<th scope="col" role="columnheader">${htmlText(column)}</th>`).join('');
  return `<table role="table">
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${lines.map(rowHtml).join('\n')}
</tbody>
</table>`;
}

/** The roles are given because a phone shows cells as blocks, which takes a table's own roles away. */
function rowHtml({ subject, sentence, tags, reason, place }: Line): string {
  const why = reason.length > 0 ? `<span class="reason">${phraseHtml(reason)}</span>` : '';
  const where = place === '' ? '' : `<span class="place">${htmlText(place)}</span>`;
  const cells = [phraseHtml(subject), `${phraseHtml(sentence)}${why}${where}`, tags.map(tagHtml).join('')];
  return `<tr role="row">${cells.map((cell) => `<td role="cell">${cell}</td>`).join('')}</tr>`;
}

function itemHtml({ subject, sentence, tags, notes }: Line): string {
  const said = joined(
    [subject, sentence].filter((phrase) => phrase.length > 0),
    ': ',
  );
  const below = notes.map((note) => `<li>${phraseHtml(note)}</li>`).join('');
  const list = below === '' ? '' : `<ul class="notes">${below}</ul>`;
  return `<li>${phraseHtml(said)}${tags.map((tag) => ` ${tagHtml(tag)}`).join('')}${list}</li>`;
}

function tagHtml(tag: string): string {
  const known = /^(major|error|undecided)$/.test(tag) ? ` ${tag}` : '';
  return `<span class="tag${known}">${htmlText(tag)}</span>`;
}

function diffHtml(pieces: readonly DiffPiece[]): string {
  return pieces.map(pieceHtml).join('\n');
}

/** Before and after in two columns, which a phone shows one below the other, where what stays stands once. */
function pieceHtml(piece: DiffPiece): string {
  const head = say`${name(piece.object)} ${causesSentence(piece.causes)}`;
  const label = htmlText(plain(head)).trim();
  const [before, after] = sidesOf(piece);
  return `<h4>${phraseHtml(head)}</h4>
<div class="sides" role="group" aria-label="SQL of ${label}">
<div class="run at"><span>${htmlText(before)}</span><span>${htmlText(after)}</span></div>
${runsOf(piece.lines).map(runHtml).join('\n')}
</div>`;
}

function runHtml({ stays, before, after }: Run): string {
  const side = (lines: readonly string[], copy: string) => {
    const none = lines.length === 0 ? ' class="none"' : copy;
    return `<pre${none}>${lines.map((line) => `<span class="${lineClass(line)}">${htmlCode(line)}</span>`).join('')}</pre>`;
  };
  return `<div class="run">${side(before, '')}${side(after, stays ? ' class="copy" aria-hidden="true"' : '')}</div>`;
}

function lineClass(line: string): string {
  return line.startsWith('+') ? 'new' : line.startsWith('-') ? 'gone' : 'same';
}

/** One line, harmless. */
export function phraseHtml(phrase: Phrase): string {
  return phrase.map(spanHtml).join('').trim();
}

function spanHtml({ mark, text }: Phrase[number]): string {
  if (mark === 'name' || mark === 'value') return `<code>${htmlCode(text)}</code>`;
  if (mark === 'gone') return `<del>${htmlText(text)}</del>`;
  return mark === 'new' ? `<ins>${htmlText(text)}</ins>` : htmlText(text);
}
