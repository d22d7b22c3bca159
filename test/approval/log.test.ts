/** The record as a file: what is written reads back, what is not as it was written is not believed. */
import fc from 'fast-check';
import { append, type Draft, ENTRY_KINDS, type Entry, type EntryKind } from '../../src/approval/entry.js';
import { appendEntries, decisionsFile, readEntries } from '../../src/approval/log.js';
import { aWorld, happen } from './world.js';

const FILE = decisionsFile(12);

const read = (text: string) => readEntries(FILE, text);

/** A story in which every kind of entry is written but those that others note. */
const STORY = [
  'proposed: change SSD-0031 with mosaic SQL, undecided change SSD-0032, bug SSD-0033',
  'nina approves; esther asks for changes: no "quotes" \u202e here',
  'the last review of esther is dismissed',
  'nina says /object SSD-0033 no; nina says /resolve SSD-0033; nina says /classify SSD-0032 bug a slip',
  'cara says /reason SSD-0031 asked for by 3 LAs; cara says /split SSD-0033; nina says /withdraw',
  'olga says /hold wait; olga says /unhold; olga says /override due; a bot commit',
  'sam says /minute approve SSD-0031 by "Knowsley, Nina West" meeting 2026-11-02',
].join('; ');

const NOTED: readonly Draft[] = [
  {
    ...{ kind: 'split-done', at: '2026-11-03T08:59:59Z', who: null, source: '', words: '', commit: 'c2', covers: [] },
    ...{ voids: [1], pull: 13, reason: '' },
  },
  { kind: 'agreed', at: '2026-11-03T09:00:00.000Z', who: null, source: '', words: '', commit: 'c2', covers: [] },
  {
    ...{ kind: 'merged', at: '2026-11-03T09:00:01Z', source: '', words: '', commit: 'c2', covers: [], forced: true },
    who: { login: 'root', name: 'root', organisation: '', roles: [] },
  },
];

const ENTRIES = append(happen(aWorld(), STORY).entries, NOTED);
const TEXT = appendEntries('', ENTRIES);
const LINES = TEXT.trimEnd().split('\n');

test('has every kind of entry, and reads back as it was written', () => {
  expect([...new Set(ENTRIES.map(({ kind }) => kind))].sort()).toEqual(Object.keys(ENTRY_KINDS).sort());
  expect(read(TEXT)).toEqual(ENTRIES);
});

test('a file of a pull request has its name; one that is not there has no entries', () => {
  expect(FILE).toBe('decisions/pull-request-12.jsonl');
  expect(read('')).toEqual([]);
});

test('what is there is never written anew, and what is added is the same bytes', () => {
  for (const count of [0, 1, 5, ENTRIES.length]) {
    const first = appendEntries('', ENTRIES.slice(0, count));
    expect(appendEntries(first, ENTRIES)).toBe(TEXT);
  }
  expect(appendEntries(TEXT, ENTRIES)).toBe(TEXT);
  const turned = ENTRIES.map((entry) => Object.fromEntries(Object.entries(entry).reverse()) as unknown as Entry);
  expect(appendEntries('', turned)).toBe(TEXT);
});

test('printing a line is harmless', () => {
  expect(TEXT).not.toMatch(/\u202e/);
  expect(TEXT).toMatch(/\\u202e/);
});

/** The sentence of the error. */
function refusal(text: string): string {
  try {
    read(text);
  } catch (error) {
    return (error as Error).message;
  }
  return 'read';
}

const changed = (index: number, change: (entry: Record<string, unknown>) => unknown) => {
  const lines = LINES.map((line, at) => (at === index ? JSON.stringify(change(JSON.parse(line))) : line));
  return `${lines.join('\n')}\n`;
};

test.each<readonly [what: string, text: string, place: string, found: string]>([
  ['no JSON', `${TEXT}{\n`, `${FILE}:${LINES.length + 1}`, 'a line that is no JSON'],
  ['an empty line', `\n${TEXT}`, `${FILE}:1`, 'a line that is no JSON'],
  ['no object', '[]\n', `${FILE}:1`, 'a line that is no object'],
  ['a line cut short', TEXT.slice(0, -1), `${FILE}:${LINES.length}`, 'a line without its end'],
  ['another kind', changed(1, (entry) => ({ ...entry, kind: 'agree' })), `${FILE}:2`, 'an entry of an unknown kind'],
  [
    'a kind of every object',
    changed(1, (entry) => ({ ...entry, kind: 'toString' })),
    `${FILE}:2`,
    'an entry of an unknown kind',
  ],
  ['a gap', `${LINES.slice(1).join('\n')}\n`, `${FILE}:1`, 'number 2 in the place of number 1'],
  ['a line twice', `${LINES[0]}\n${TEXT}`, `${FILE}:2`, 'number 1 in the place of number 2'],
  ['a wrong time', changed(1, (entry) => ({ ...entry, at: '2026-11-31T00:00' })), `${FILE}:2`, 'a wrong `at`'],
  ['no speaker', changed(1, ({ who, ...entry }) => entry), `${FILE}:2`, 'a wrong `who`'],
  ['no content', changed(1, (entry) => ({ ...entry, covers: [{ id: 'SSD-0031' }] })), `${FILE}:2`, 'a wrong `covers`'],
  ['a wrong number', changed(1, (entry) => ({ ...entry, saw: -1 })), `${FILE}:2`, 'a wrong `saw`'],
  ['one key more', changed(1, (entry) => ({ ...entry, also: true })), `${FILE}:2`, 'a line that was edited'],
  [
    'keys in another order',
    changed(1, (entry) => ({ number: entry.number, ...Object.fromEntries(Object.entries(entry).reverse()) })),
    `${FILE}:2`,
    'a line that was edited',
  ],
  ['white space', TEXT.replace('{', '{ '), `${FILE}:1`, 'a line that was edited'],
  ['one key twice', TEXT.replace('"kind"', '"kind":"approve","kind"'), `${FILE}:1`, 'a line that was edited'],
  ['line ends of Windows', TEXT.replaceAll('\n', '\r\n'), `${FILE}:1`, 'a line that was edited'],
])('%s is refused with its line', (_, text, place, found) => {
  expect(refusal(text)).toContain(`${place} unreadable-decisions: ${found}. Expected `);
});

test('whatever is changed in one place of a line, it is refused or says the same', () => {
  const at = fc.nat(TEXT.length - 1);
  fc.assert(
    fc.property(at, fc.constantFrom('', ' ', '"', 'x', '1', '}', ','), (place, piece) => {
      const text = TEXT.slice(0, place) + piece + TEXT.slice(place + 1);
      const said = refusal(text);
      if (said === 'read') expect(appendEntries('', read(text))).toBe(text);
      else expect(said).toContain('unreadable-decisions');
    }),
  );
});

test('every kind says what it has beyond the others', () => {
  const kinds = Object.keys(ENTRY_KINDS) as EntryKind[];
  for (const kind of kinds) {
    const entry = ENTRIES.find((one) => one.kind === kind);
    for (const part of ENTRY_KINDS[kind]) expect([kind, part, entry && part in entry]).toEqual([kind, part, true]);
  }
});
