/** Lines and columns: every item, key and value stands where an editor shows it, whatever the line ends are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { packageRoot } from '../../src/local/bundled.js';
import { locator } from '../../src/specification/locate.js';
import { locateFindings, locateIn } from '../../src/specification/locate-all.js';
import type { Path } from '../../src/specification/model.js';
import { positionAt, positionsIn } from '../../src/specification/position.js';
import { fileOf } from '../fakes/memory-repository.js';
import { aFinding } from '../report/build.js';

/** Line and column as people write them. */
const at = (find: (path: Path) => { line: number; column: number }, path: Path) => {
  const { line, column } = find(path);
  return `${line}:${column}`;
};

describe('positionAt', () => {
  test.each([
    ['', 0, '1:1'],
    ['ab', 0, '1:1'],
    ['ab', 2, '1:3'],
    ['ab', 99, '1:3'],
    ['a\nb', 1, '1:2'],
    ['a\nb', 2, '2:1'],
    ['a\r\nb', 1, '1:2'],
    ['a\r\nb', 2, '1:3'],
    ['a\r\nb', 3, '2:1'],
    ['a\rb', 2, '2:1'],
    ['a\r\rb', 3, '3:1'],
    ['a\n\r\nb', 4, '3:1'],
    ['\uFEFFab', 0, '1:1'],
    ['\uFEFFab', 1, '1:1'],
    ['\uFEFFab', 2, '1:2'],
    ['\uFEFF\nab', 3, '2:2'],
    ['é😀x', 3, '1:4'],
    ['a\u2028b', 2, '1:3'],
  ])('in %j offset %i is %s', (text, offset, place) => {
    const { line, column } = positionAt(text, offset);
    expect(`${line}:${column}`).toBe(place);
  });

  test('many offsets of one text are each what one alone is', () => {
    const text = '\uFEFFone\ntwo\r\n\rthree\n\n';
    const position = positionsIn(text);
    for (let offset = 0; offset <= text.length; offset += 1) expect(position(offset)).toEqual(positionAt(text, offset));
  });
});

const OBJECT = `# the person
nodes:
- name: ssd_person
  fields:
  - name: pers_sex
    "item_ref": PERS001A
    returns: [CIN, "AnnexA"]
    cms:
    -   mosaic
    -
    - 'azeus'
    validators:
    - required:
        enabled: true

  # the second
  -
    field_ref: PERS002A
    description: >-
      folded
      text
    metadata: {change_id: SSD-0001}
`;

const PLACES: readonly (readonly [Path, string])[] = [
  [[], '2:1'],
  [['nodes'], '2:1'],
  [['nodes', 0], '3:3'],
  [['nodes', 0, 'name'], '3:3'],
  [['nodes', 0, 'fields'], '4:3'],
  [['nodes', 0, 'fields', 0], '5:5'],
  [['nodes', 0, 'fields', 0, 'name'], '5:5'],
  [['nodes', 0, 'fields', 0, 'item_ref'], '6:5'],
  [['nodes', 0, 'fields', 0, 'returns'], '7:5'],
  [['nodes', 0, 'fields', 0, 'returns', 0], '7:15'],
  [['nodes', 0, 'fields', 0, 'returns', 1], '7:20'],
  [['nodes', 0, 'fields', 0, 'cms', 0], '9:9'],
  [['nodes', 0, 'fields', 0, 'cms', 1], '10:5'],
  [['nodes', 0, 'fields', 0, 'cms', 2], '11:7'],
  [['nodes', 0, 'fields', 0, 'validators', 0], '13:7'],
  [['nodes', 0, 'fields', 0, 'validators', 0, 'required', 'enabled'], '14:9'],
  [['nodes', 0, 'fields', 1], '18:5'],
  [['nodes', 0, 'fields', 1, 'item_ref'], '18:5'],
  [['nodes', 0, 'fields', 1, 'field_ref'], '18:5'],
  [['nodes', 0, 'fields', 1, 'description'], '19:5'],
  [['nodes', 0, 'fields', 1, 'metadata'], '22:5'],
  [['nodes', 0, 'fields', 1, 'metadata', 'change_id'], '22:16'],
];

describe.each([
  ['LF', OBJECT],
  ['CRLF', OBJECT.replaceAll('\n', '\r\n')],
  ['CR', OBJECT.replaceAll('\n', '\r')],
  ['a byte order mark', `\uFEFF${OBJECT}`],
  ['a byte order mark and CRLF', `\uFEFF${OBJECT.replaceAll('\n', '\r\n')}`],
])('a data object file with %s', (_, text) => {
  const find = locator('spec/objects/ssd_person.yml', text);

  test.each(PLACES)('%j stands at %s', (path, place) => {
    expect(at(find, path)).toBe(place);
  });
});

describe('a path that is not there', () => {
  const find = locator('a.yml', 'a:\n  b: [x]\n  field_ref: y\n  item_ref: z\n');

  test.each<[Path, string]>([
    [['nothing'], '1:1'],
    [['a', 'nothing'], '1:1'],
    [['a', 'b', 7], '2:3'],
    [['a', 'b', 0, 'deeper'], '2:7'],
    [['a', 'toString'], '1:1'],
    [['a', '__proto__', 'x'], '1:1'],
  ])('%j stands at the deepest step that is: %s', (path, place) => {
    expect(at(find, path)).toBe(place);
  });

  test('a key as written goes before an older spelling of it', () => {
    expect(at(find, ['a', 'item_ref'])).toBe('4:3');
    expect(at(find, ['a', 'field_ref'])).toBe('3:3');
  });

  test('of a file that cannot be read everything stands at its beginning', () => {
    expect(at(locator('a.yml', 'a: [\n'), ['a'])).toBe('1:1');
  });
});

describe('the other kinds of files', () => {
  const csv = 'item_ref,change_id\r\nA,"two\r\nlines"\r\n\r\nB,x\r\n';

  test.each<[Path, string]>([
    [[], '1:1'],
    [['row', 0], '1:1'],
    [['row', 1, 'change_id'], '2:1'],
    [['row', 2], '5:1'],
    [['row', 99], '1:1'],
  ])('in a CSV %j stands at %s', (path, place) => {
    expect(at(locator('log.CSV', csv), path)).toBe(place);
  });

  test('a CSV that cannot be read, and Markdown, have their beginning', () => {
    expect(at(locator('log.csv', 'a\n"'), ['row', 1])).toBe('1:1');
    expect(at(locator('CHANGELOG.md', '# x\n\n- y\n'), ['y'])).toBe('1:1');
  });
});

/** Every path of a document with the place that the other parser finds: of a key its name, of an entry its beginning. */
function* placesIn(text: string): Generator<readonly [Path, string]> {
  const lines = new LineCounter();
  const root = parseDocument(text, { lineCounter: lines }).contents;
  const place = (node: unknown) => {
    const { line, col } = lines.linePos((node as { range: [number] }).range[0]);
    return `${line}:${col}`;
  };
  function* below(node: unknown, path: Path): Generator<readonly [Path, string]> {
    for (const { key, value } of isMap(node) ? node.items : []) {
      const name = [...path, isScalar(key) ? String(key.value) : ''];
      yield [name, place(key)];
      yield* below(value, name);
    }
    for (const [index, item] of isSeq(node) ? node.items.entries() : []) {
      yield [[...path, index], place(item)];
      yield* below(item, [...path, index]);
    }
  }
  yield* below(root, []);
}

describe('the bundled standard', () => {
  const folder = join(packageRoot(), 'spec', 'objects');

  test('every key and entry of every data object file stands where another parser finds it', () => {
    let count = 0;
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      const expected = [...placesIn(text)];
      const find = locator(name, text);
      expect(expected.map(([path]) => [path, at(find, path)])).toEqual(expected);
      count += expected.length;
    }
    expect(count).toBeGreaterThan(5_000);
  });
});

describe('files of a revision', () => {
  const files = new Map(
    [fileOf('a.yml', 'a:\n  b: 1\n'), { ...fileOf('link.yml', 'a: 1\n'), kind: 'symbolic link' as const }].map(
      (file) => [file.path, file],
    ),
  );

  test('a file that is not there, or cannot be read, has no places', () => {
    const locate = locateIn(files);
    expect(locate('a.yml', ['a', 'b'])).toEqual({ line: 2, column: 3 });
    expect(locate('b.yml', ['a'])).toBeNull();
    expect(locate('link.yml', ['a'])).toBeNull();
  });

  test('findings keep the place that they bring, and get one where they bring none', () => {
    const finding = (line: number | null) => aFinding({ file: 'a.yml', path: ['a', 'b'], line, column: line });
    const places = locateFindings([finding(7), finding(null)], files).map(({ line, column }) => [line, column]);
    expect(places).toEqual([
      [7, 7],
      [2, 3],
    ]);
  });
});
