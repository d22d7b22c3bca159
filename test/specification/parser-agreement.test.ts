/** Two parsers must agree: our tree gives the values that `yaml` gives, over all files there are and over made-up ones. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { type Document, isMap, isScalar, isSeq, parse, parseDocument, stringify } from 'yaml';
import { packageRoot } from '../../src/local/bundled.js';
import { readTree } from '../../src/specification/yaml-tree.js';
import { type PlainValue, plainValue } from '../../src/specification/yaml-value.js';
import { describeWithShared, shared } from '../fakes/shared.js';

/** Our values; a number as its source text, because that is all we keep of it. */
function ours(text: string): unknown {
  const { root, problem } = readTree(text);
  if (problem) throw new Error(problem.message);
  return numbersAsText(plainValue(root));
}

function numbersAsText(value: PlainValue): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(numbersAsText);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value).map(([key, inner]) => [key, numbersAsText(inner)]);
}

/** The values of the other parser, in the same form. */
function theirs(text: string): unknown {
  const document = parseDocument(text);
  if (document.errors.length > 0) throw new Error(String(document.errors[0]));
  return plainOf(document.contents);
}

function plainOf(node: Document['contents']): unknown {
  if (isMap(node)) return node.items.map(({ key, value }) => [keyOf(key), plainOf(value as Document['contents'])]);
  if (isSeq(node)) return node.items.map((item) => plainOf(item as Document['contents']));
  if (!isScalar(node)) return null;
  return typeof node.value === 'number' ? node.source : node.value;
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.source ?? key.value) : '';
}

function filesBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true }) as string[];
  return names
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !/\.(?:csv|md)$/.test(path));
}

/** What each parser makes of a file: its values, or that it cannot be read. */
function compare(paths: readonly string[], root: string): { agreed: number; unreadable: string[] } {
  const unreadable: string[] = [];
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    if (readTree(text).problem) {
      expect(() => theirs(text)).toThrow();
      unreadable.push(relative(root, path));
    } else {
      expect({ path, value: ours(text) }).toEqual({ path, value: theirs(text) });
    }
  }
  return { agreed: paths.length - unreadable.length, unreadable };
}

describe('the bundled standard', () => {
  test('every YAML file of spec/ is the same to both', () => {
    const spec = join(packageRoot(), 'spec');
    const { agreed, unreadable } = compare(filesBelow(spec), spec);
    expect(unreadable).toEqual([]);
    expect(agreed).toBeGreaterThan(80);
  });
});

describeWithShared('the recorded versions', () => {
  const versions = shared('upstream', 'versions');

  test.each(readdirSync(versions))('%s: every YAML file is the same to both', (version) => {
    const { agreed, unreadable } = compare(filesBelow(join(versions, version)), versions);
    expect(unreadable).toEqual([]);
    expect(agreed).toBeGreaterThan(35);
  });

  test('the recorded code sets are the same to both; what one cannot read the other cannot', () => {
    const folder = shared('upstream', 'categories');
    const { agreed, unreadable } = compare(filesBelow(folder), folder);
    expect(agreed).toBe(39);
    expect(unreadable.sort()).toEqual([
      'disability.yml',
      'ethnicity.yml',
      'placement_change_reason.yml',
      'placement_type',
      's47_outcome.yml',
      'upn_unknown.yml',
    ]);
  });
});

describe('made-up values', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('no', 'Yes', 'null', '~', '', ' ', '1', '-1', '007', '1_000', '1e3', '.5', '0x1F', '<<', '- a'),
    fc.constantFrom('a: b', 'a #b', '#', '"', "'", '\\', '|', '>', '%', '@', '`', '&a', '*a', '!a', '{', '[', ']', ','),
    fc.constantFrom('\n', 'a\n', 'a\n\nb', '\ta', 'a\t', ' a', 'a ', 'a\r\nb', '\u202e', '\u0085', '\u2028', '\uFEFF'),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.constantFrom(true, false, null),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(text, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  const options = fc.record({
    lineWidth: fc.constantFrom(0, 20, 80),
    defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
    collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
    indentSeq: fc.boolean(),
  });

  test('whatever the other parser writes and reads back, ours reads the same', () => {
    fc.assert(
      fc.property(tree, options, (value, style) => {
        const written = stringify(value, style);
        fc.pre(readTree(written).problem?.code !== 'yaml-merge-key');
        fc.pre(JSON.stringify(parse(written)) === JSON.stringify(value));
        expect(ours(written)).toEqual(theirs(written));
      }),
      { numRuns: 1000 },
    );
  });
});
