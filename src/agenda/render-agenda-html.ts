/** The meeting pack as one document: to be read on a screen, and printed with one page a change request. */
import { htmlCode, htmlText } from '../report/defuse.js';
import { HTML_STYLE } from '../report/html-style.js';
import type { Part } from '../report/parts.js';
import type { Phrase } from '../report/phrase.js';
import { contentHtml, htmlDocument, phraseHtml } from '../report/render-html.js';
import type { Agenda, AgendaPage } from './agenda.js';
import { AGENDA_STYLE } from './agenda-style.js';
import { askedOn, pageOutline, summaryOf } from './page-outline.js';
import { remarks } from './render-agenda.js';
import {
  AGENDA_TITLES,
  agendaSummary,
  agendaTitle,
  agreedPhrase,
  CONTENTS_COLUMNS,
  commandsSentence,
  pageAbout,
  pageTitle,
  stateTitle,
  VOTE_COLUMNS,
  wantedPhrase,
} from './sentences.js';

/** The document; it needs neither script, font, picture nor network. */
export function renderAgendaHtml(agenda: Agenda): string {
  const body = [frontHtml(agenda), ...agenda.pages.map(pageHtml)].join('\n');
  return htmlDocument({ title: agendaTitle(agenda), style: HTML_STYLE + AGENDA_STYLE, body });
}

function frontHtml(agenda: Agenda): string {
  const rows = agenda.pages.map((page) => [
    `<a href="#request-${page.number}">${htmlText(pageTitle(page))}</a>`,
    String(page.approval.units.length),
    htmlText(stateTitle(page)),
  ]);
  const contents = rows.length === 0 ? '' : gridHtml('contents', CONTENTS_COLUMNS, rows);
  const rest = remarks(agenda).map((sentence) => `<p>${phraseHtml(sentence)}</p>`);
  return `<header class="front" id="contents">
<h1 class="front-title">${htmlText(agendaTitle(agenda))}</h1>
<p>${phraseHtml(agendaSummary(agenda))}</p>
${contents}
${rest.join('\n')}
</header>`;
}

function pageHtml(page: AgendaPage): string {
  const { sections } = pageOutline(page);
  const parts = sections.map(({ title, parts: own }) => {
    const body = title === AGENDA_TITLES.votes ? votesHtml(page) : partsHtml(own, title === AGENDA_TITLES.changes);
    return `<h3>${htmlText(title)}</h3>\n${body}`;
  });
  return `<article class="page" id="request-${page.number}">
<h2 class="request">${htmlText(pageTitle(page))}</h2>
${summaryOf(page)
  .map((sentence) => `<p><strong>${phraseHtml(sentence)}</strong></p>`)
  .join('\n')}
<p>${phraseHtml(pageAbout(page))}</p>
${parts.join('\n')}
${commandsHtml(page)}
<p class="back"><a href="#contents">${htmlText(AGENDA_TITLES.contents)}</a></p>
</article>`;
}

function partsHtml(parts: readonly Part[], asTable: boolean): string {
  return parts.map(({ lines }) => contentHtml(lines, asTable)).join('\n');
}

function votesHtml(page: AgendaPage): string {
  const rows = page.votes.map((vote) => [
    htmlText(vote.organisation),
    cell(agreedPhrase(vote, askedOn(page))),
    cell(wantedPhrase(vote)),
    '',
  ]);
  return gridHtml('votes', VOTE_COLUMNS, rows);
}

function cell(phrase: Phrase): string {
  return phraseHtml(phrase);
}

function commandsHtml(page: AgendaPage): string {
  const lines = page.commands.map((command) => `<pre class="command">${htmlCode(command)}</pre>`);
  return `<h3>${htmlText(AGENDA_TITLES.commands)}</h3>
<p>${phraseHtml(commandsSentence(page))}</p>
${lines.join('\n')}`;
}

/** The names of the columns stand in each cell as well, for a screen that is too narrow for a table. */
function gridHtml(kind: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const heads = columns.map((column) => `<th scope="col" role="columnheader">${htmlText(column)}</th>`).join('');
  const body = rows.map((cells) => {
    const each = cells.map(
      (html, index) => `<td role="cell" data-column="${htmlText(columns[index] ?? '')}">${html}</td>`,
    );
    return `<tr role="row">${each.join('')}</tr>`;
  });
  return `<table role="table" class="grid ${kind}">
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${body.join('\n')}
</tbody>
</table>`;
}
