/** The meeting pack in its three formats: each request a page, crowds rolled up, and no text of a proposal at work. */
import type { Agenda, AgendaPage } from '../../src/agenda/agenda.js';
import { meetingCommands } from '../../src/agenda/meeting-commands.js';
import { changeLines } from '../../src/agenda/page-outline.js';
import { renderAgendaMarkdown, renderAgendaText } from '../../src/agenda/render-agenda.js';
import { renderAgendaHtml } from '../../src/agenda/render-agenda-html.js';
import { votesOf } from '../../src/agenda/votes.js';
import { rollOf } from '../../src/approval/roll.js';
import { plainPaint } from '../../src/report/paint.js';
import { plain } from '../../src/report/phrase.js';
import { aUnit, aWorld, GROUP, happen, look, stateOf, type World } from '../approval/world.js';
import { aReview, aTarget } from '../report/build.js';
import { elementsOf, markdownToHtml, proseOf, textOf } from '../report/markup.js';
import { everywhere, HOSTILE } from '../report/stories.js';

function aPage(world: World, given: Partial<AgendaPage> = {}): AgendaPage {
  const approval = stateOf(world);
  const roll = rollOf(world.policy, new Map());
  return {
    number: 12,
    title: 'Link contacts to referrals',
    author: 'cara',
    review: aReview({ sql: [aTarget()] }),
    approval,
    votes: votesOf(approval, roll),
    commands: meetingCommands(approval, { roll, meeting: '2026-11-20' }),
    minutedBy: ['Olga Brown', 'Sam Reed'],
    chairs: ['Olga Brown'],
    since: '2026-11-02T09:00:00Z',
    ...given,
  };
}

function anAgenda(pages: readonly AgendaPage[], given: Partial<Agenda> = {}): Agenda {
  return {
    repository: 'd2i/ssd',
    made: '2026-11-20T10:30:00Z',
    pages,
    unjudged: [],
    elsewhere: [],
    others: [],
    ...given,
  };
}

const text = (agenda: Agenda) => renderAgendaText(agenda, { width: 110, paint: plainPaint });
const waiting = () =>
  happen(
    aWorld(),
    'proposed: major change SSD-0031, bug SSD-0032; nina says /object SSD-0032 too short; esther approves',
  );

test('the page of a request has all that a meeting needs', () => {
  const told = text(anAgenda([aPage(waiting())]));
  for (const part of [
    '1 open change request, as of 2026-11-20, 10:30 UTC.',
    '  #12 Link contacts to referrals: Somebody objects',
    'Open for comments until 2026-11-16: it cannot be merged before.',
    'SSD-0031: ssd_person.ssd-0031: type char becomes int [change, major]',
    'No return, no CMS and no reader of the tables is touched.',
    'liquid_logic.sqlserver: ',
    'Essex: Esther Cole: all.',
    'NW ADCS: Nina West objects.',
    'Nina West objects to SSD-0032 (ssd_person.ssd-0032: type char becomes int): too short',
    '    /minute approve SSD-0031 by "D2I, Hertfordshire, NW ADCS, Knowsley" meeting 2026-11-20',
    '    /resolve SSD-0032',
  ]) {
    expect(told.replaceAll(/\s+/g, ' ')).toContain(part.trim());
  }
});

test('each format has a contents list and each request after it', () => {
  const agenda = anAgenda([aPage(waiting()), aPage(waiting(), { number: 13, title: 'Another' })]);
  const html = renderAgendaHtml(agenda);
  expect(
    elementsOf(html)
      .filter(({ name }) => name === 'article')
      .map(({ attributes }) => attributes),
  ).toEqual(['class="page" id="request-12"', 'class="page" id="request-13"']);
  expect(html).toContain('<a href="#request-13">#13 Another</a>');
  expect(html).toMatch(/@media print \{[\s\S]*\.page \{ break-before: page;/);
  const markdown = renderAgendaMarkdown(agenda);
  expect(markdown.match(/^## /gm)).toHaveLength(2);
  expect(markdown).toContain('](#request-13)');
  expect(markdown).toContain('```\n/minute approve SSD-0031 by');
});

test('crowds of one pattern and texts are a line each, and what has no room is counted', () => {
  const world = aWorld();
  const number = (index: number) => `SSD-${String(100 + index).padStart(4, '0')}`;
  world.units = [
    ...Array.from({ length: 94 }, (_, index) => aUnit(number(index), { track: 'new feature', groups: ['g1'] })),
    ...Array.from({ length: 40 }, (_, index) => aUnit(number(100 + index), { track: 'bug' })),
    ...Array.from({ length: 200 }, (_, index) => aUnit(number(200 + index), { track: 'documentation' })),
  ];
  look(world);
  const groups = [{ id: 'g1', kind: 'item-returns-changed' as const, title: 'returns: gains SEN2', members: [] }];
  const lines = changeLines(aPage(world, { review: aReview({ groups }) }));
  expect(lines.length).toBeLessThanOrEqual(12);
  const told = lines.map(({ subject, sentence }) => `${plain(subject)}: ${plain(sentence)}`);
  expect(told[0]).toBe('94 changes: returns: gains SEN2 (SSD-0100..0193)');
  expect(told.at(-2)).toBe(': and 33 more changes, all of them on #12');
  expect(told.at(-1)).toBe('200 changes: descriptions and guidance in 1 data object (SSD-0300..0499)');
});

test('nothing open, something that cannot be judged, something that is not ours', () => {
  expect(text(anAgenda([]))).toContain('Nothing that concerns the standard is open.');
  const unjudged = [{ number: 9, title: 'Broken', why: '.github/spec-steward.yml:3:1 unknown-config-key: no' }];
  const elsewhere = [
    { number: 6, on: 7 },
    { number: 8, on: 0 },
  ];
  const told = text(anAgenda([], { unjudged, elsewhere, others: [4, 5] }));
  expect(told).toContain('#6 comes from a fork and is decided on #7.');
  expect(told).toContain('#8 comes from a fork and is decided on a pull request that is still to be opened.');
  expect(told).toContain('#9 Broken cannot be judged: .github/spec-steward.yml:3:1 unknown-config-key: no');
  expect(told).toContain('Left out, because they touch nothing of the standard: #4, #5.');
});

test.each(HOSTILE)('%j stays a text', (hostile) => {
  const people = GROUP.people.map((one) =>
    one.login === 'henry' ? { ...one, organisation: hostile, name: hostile } : one,
  );
  const world = happen(aWorld({ ...GROUP, people }), 'proposed: bug SSD-0031; nina says /object SSD-0031 too short');
  world.entries = world.entries.map((entry) => (entry.kind === 'object' ? { ...entry, reason: hostile } : entry));
  world.units = world.units.map((unit) => ({ ...unit, title: hostile }));
  const page = aPage(world, { title: hostile, author: hostile, review: everywhere(hostile) });
  const agenda = anAgenda([page], { unjudged: [{ number: 9, title: hostile, why: hostile }] });
  const html = renderAgendaHtml(agenda);
  const own = elementsOf(renderAgendaHtml(anAgenda([aPage(world, { review: everywhere('x') })])));
  expect(new Set(elementsOf(html).map(({ name }) => name))).toEqual(new Set(own.map(({ name }) => name)));
  const attributes = elementsOf(html).map((element) => element.attributes);
  expect(attributes.filter((own) => /(?:^| )on\w+=|href="(?!#(?:request-\d+|contents)")/.test(own))).toEqual([]);
  const prose = proseOf(markdownToHtml(renderAgendaMarkdown(agenda)));
  expect(prose).not.toMatch(/@[\w/-]|:\/\/|\bwww\./i);
  expect(text(agenda)).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(textOf(html).length).toBeGreaterThan(500);
});
