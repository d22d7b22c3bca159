/** Splicing generated YAML: only lines of metadata blocks differ, and the file reads back as exactly what was meant. */
import fc from 'fast-check';
import { type BlockEdit, spliceMetadata } from '../../src/records/splice-metadata.js';
import { METADATA_SETS } from '../../src/specification/spellings.js';
import { readTree } from '../../src/specification/yaml-tree.js';
import { type PlainValue, plainValue } from '../../src/specification/yaml-value.js';
import { files, values, type Written } from './yaml-text.js';

const FILE = 'spec/objects/ssd_person.yml';

interface Splice extends Written {
  readonly edits: readonly BlockEdit[];
}

const splices: fc.Arbitrary<Splice> = files.chain((written) =>
  fc
    .tuple(
      fc.subarray([...written.names.keys()], { minLength: 1 }),
      fc.constantFrom(...METADATA_SETS),
      fc.array(values, { minLength: 6, maxLength: 6 }),
    )
    .map(([places, { keys }, cells]) => ({
      ...written,
      edits: places.map((place) => ({
        path: ['nodes', 0, 'fields', place],
        entries: keys.map((key, index) => [key, cells[index] ?? null] as const),
      })),
    })),
);

type Items = readonly Record<string, PlainValue>[];

function itemsOf(text: string): Items {
  const { root, problem } = readTree(text);
  if (problem) throw new Error(problem.message);
  return (plainValue(root) as unknown as { nodes: readonly [{ fields: Items }] }).nodes[0].fields;
}

function meant({ text, edits }: Splice): Items {
  const after = itemsOf(text).map((item) => ({ ...item }));
  for (const { path, entries } of edits) {
    const item = after[Number(path[3])];
    if (item) item.metadata = Object.fromEntries(entries ?? []);
  }
  return after;
}

/** The lines that are of no metadata block: of the key `metadata` and of everything deeper below it. */
function linesOutside(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const key = /^([ \uFEFF]*(?:- )*)"?metadata"?:/.exec(lines[at] ?? '');
    if (!key) {
      kept.push(lines[at] ?? '');
      continue;
    }
    while (isBelow(lines, at + 1, key[1]?.length ?? 0)) at += 1;
  }
  return kept;
}

/** Blank lines belong to the block when something of it follows. */
function isBelow(lines: readonly string[], from: number, indent: number): boolean {
  const next = lines.slice(from).find((line) => line.trim() !== '');
  return next !== undefined && (/^ */.exec(next)?.[0].length ?? 0) > indent;
}

/** What is written behind `#` in lines that are of no text. */
function comments(text: string): string[] {
  return [...text.matchAll(/(?:^|\s)# (ours|before|after|at \w+|one line|nothing yet|a comment.*|a type|since 2023)/g)]
    .map(([, found]) => found ?? '')
    .sort();
}

const RUNS = { numRuns: 500 };

test('the file reads back as exactly what was meant', () => {
  fc.assert(
    fc.property(splices, (splice) => {
      expect(itemsOf(spliceMetadata(FILE, splice.text, splice.edits))).toEqual(meant(splice));
    }),
    RUNS,
  );
});

test('only lines of metadata blocks differ, and comments survive', () => {
  fc.assert(
    fc.property(splices, ({ text, edits }) => {
      const result = spliceMetadata(FILE, text, edits);
      expect(linesOutside(result)).toEqual(linesOutside(text));
      expect(comments(result)).toEqual(comments(text));
    }),
    RUNS,
  );
});

test('line ends, byte order mark and a missing line break at the end stay as they are', () => {
  fc.assert(
    fc.property(splices, ({ text, edits }) => {
      const result = spliceMetadata(FILE, text, edits);
      expect(result.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
      expect(/(?<!\r)\n/.test(result)).toBe(/(?<!\r)\n/.test(text));
      expect(result.includes('\r\n')).toBe(text.includes('\r\n'));
      expect(result.endsWith('\n')).toBe(text.endsWith('\n'));
    }),
    RUNS,
  );
});

test('splicing twice is splicing once', () => {
  fc.assert(
    fc.property(splices, ({ text, edits }) => {
      const once = spliceMetadata(FILE, text, edits);
      expect(spliceMetadata(FILE, once, edits)).toBe(once);
    }),
    { numRuns: 200 },
  );
});
