/** The meeting pack as Markdown and for the terminal. */
import { markdownFence, markdownText, terminalText } from '../report/defuse.js';
import { plainPaint } from '../report/paint.js';
import { plain } from '../report/phrase.js';
import { inline, renderOutline } from '../report/render-markdown.js';
import { renderOutlineText, type TextOptions } from '../report/render-text.js';
import type { Agenda, AgendaPage } from './agenda.js';
import { pageOutline } from './page-outline.js';
import {
  AGENDA_TITLES,
  agendaSummary,
  agendaTitle,
  commandsSentence,
  elsewhereSentence,
  NOTHING_OPEN,
  othersSentence,
  pageTitle,
  stateTitle,
  unjudgedSentence,
} from './sentences.js';

/** A contents list, then one section a change request. */
export function renderAgendaMarkdown(agenda: Agenda): string {
  const contents = agenda.pages.map(
    (page) => `- [${markdownText(pageTitle(page))}](#request-${page.number}): ${markdownText(stateTitle(page))}`,
  );
  const head = [`# ${markdownText(agendaTitle(agenda))}`, inline(agendaSummary(agenda))];
  const rest = remarks(agenda).map(inline);
  return `${[...head, contents.join('\n'), ...rest, ...agenda.pages.map(markdownPage)].filter((text) => text !== '').join('\n\n')}\n`;
}

function markdownPage(page: AgendaPage): string {
  const outline = { ...pageOutline(page), headline: '' };
  const commands = page.commands.map((command) => markdownFence([command], ''));
  return [
    `<a id="request-${page.number}"></a>`,
    `## ${markdownText(pageTitle(page))}`,
    renderOutline(outline, { limit: Number.MAX_SAFE_INTEGER }).trim(),
    `### ${markdownText(AGENDA_TITLES.commands)}`,
    inline(commandsSentence(page)),
    ...commands,
  ].join('\n\n');
}

/** The same for a terminal. */
export function renderAgendaText(agenda: Agenda, options: TextOptions): string {
  const contents = agenda.pages.map((page) => `  ${terminalText(pageTitle(page))}: ${stateTitle(page)}`);
  const front = {
    mark: '',
    verdict: 'decide' as const,
    headline: agendaTitle(agenda),
    about: agendaSummary(agenda),
    sections: [],
  };
  const head = renderOutlineText(front, { ...options, paint: plainPaint }).trim();
  const rest = remarks(agenda).map((sentence) => terminalText(plain(sentence)));
  const pages = agenda.pages.map((page) => {
    const outline = pageOutline(page);
    const last = { title: AGENDA_TITLES.commands, summary: commandsSentence(page), parts: [] };
    const body = renderOutlineText({ ...outline, sections: [...outline.sections, last] }, options).trim();
    return [body, ...page.commands.map((command) => `    ${terminalText(command)}`)].join('\n');
  });
  const top = [head, '', ...contents, ...rest].join('\n').trim();
  return `${[top, ...pages].join(`\n\n${RULE}\n\n`)}\n`;
}

const RULE = '-'.repeat(60);

/** What is not on any page. */
export function remarks(agenda: Agenda) {
  const { pages, unjudged, elsewhere, others } = agenda;
  return [
    ...(pages.length + unjudged.length === 0 ? [NOTHING_OPEN] : []),
    ...unjudged.map(unjudgedSentence),
    ...elsewhere.map(elsewhereSentence),
    ...(others.length > 0 ? [othersSentence(others)] : []),
  ];
}
