import { StewardError } from '../../src/errors.js';
import { type BlockEdit, spliceMetadata } from '../../src/records/splice-metadata.js';

const FILE = 'spec/objects/ssd_person.yml';

const BLOCK = [
  ['change_id', 'SSD-0028'],
  ['item_changes_count', 2],
  ['change_reason', null],
] as const;

/** The block for the item at that place. */
function at(place: number, entries: BlockEdit['entries'] = BLOCK): BlockEdit {
  return { path: ['nodes', 0, 'fields', place], entries };
}

function lines(...all: string[]): string {
  return `${all.join('\n')}\n`;
}

const HEAD = ['nodes:', '- name: ssd_person', '  fields:'];

/** A file with these lines of items, spliced. */
function splice(items: readonly string[], ...edits: BlockEdit[]): string[] {
  const result = spliceMetadata(FILE, lines(...HEAD, ...items), edits);
  expect(result.startsWith(lines(...HEAD))).toBe(true);
  return result
    .slice(lines(...HEAD).length)
    .split('\n')
    .slice(0, -1);
}

describe('a block that is taken out', () => {
  const bare = ['  - name: a', '    type: int', '  - name: b'];

  test('leaves the text as it was before it was put in', () => {
    for (const end of ['\n', '\r\n', '']) {
      for (const place of [0, 1]) {
        const text = [...HEAD, ...bare].join(end || '\n') + end;
        const withBlock = spliceMetadata(FILE, text, [at(place)]);
        expect(withBlock).not.toBe(text);
        expect(spliceMetadata(FILE, withBlock, [at(place, null)])).toBe(text);
      }
    }
  });

  test('leaves the comments that stood among its lines, and is not missed where there is none', () => {
    const commented = ['  - name: a', '    metadata:', '      # ours', '      change_id: SSD-0001', '    type: int'];
    expect(splice(commented, at(0, null))).toEqual(['  - name: a', '      # ours', '    type: int']);
    expect(splice(bare, at(0, null))).toEqual(bare);
  });

  test('is not taken out where the item begins with it', () => {
    expect(() =>
      splice(
        ['  - metadata:', '      change_id: SSD-0001', ...bare.map((line) => line.replace('- ', '  '))],
        at(0, null),
      ),
    ).toThrow('cannot-splice');
  });
});

describe('where the block comes to stand', () => {
  test('behind the last line of an item that has none', () => {
    expect(splice(['  - name: a', '    type: int', '  - name: b'], at(0))).toEqual([
      '  - name: a',
      '    type: int',
      ...written(),
      '  - name: b',
    ]);
  });

  test('behind a text over several lines, before the comment that follows', () => {
    const item = ['  - name: a', '    guidance: |', '      one', '', '      two'];
    expect(splice([...item, '# next', '  - name: b'], at(0))).toEqual([...item, ...written(), '# next', '  - name: b']);
  });

  test('behind a key without a value, and behind a list at the indent of its key', () => {
    expect(splice(['  - name: a', '    guidance:'], at(0))).toEqual(['  - name: a', '    guidance:', ...written()]);
    const list = ['  - name: a', '    returns:', '    - CIN # since 2023'];
    expect(splice(list, at(0))).toEqual([...list, ...written()]);
  });

  test('behind a bracket that closes on a later line', () => {
    const item = ['  - name: a', '    cms: [', '      mosaic, # first', '      ]'];
    expect(splice(item, at(0))).toEqual([...item, ...written()]);
  });

  test('where the old one was: first, among other keys, or last', () => {
    const old = ['metadata:', '  release: In review|pending', '  change_id: SSD-0001'];
    expect(splice([`  - ${old[0]}`, `    ${old[1]}`, `    ${old[2]}`, '    name: a'], at(0))).toEqual([
      '  - metadata:',
      ...written().slice(1),
      '    name: a',
    ]);
    const indented = old.map((line) => `    ${line}`);
    expect(splice(['  - name: a', ...indented, '    type: int'], at(0))).toEqual([
      '  - name: a',
      ...written(),
      '    type: int',
    ]);
    expect(splice(['  - name: a', ...indented, '  - name: b'], at(0))).toEqual([
      '  - name: a',
      ...written(),
      '  - name: b',
    ]);
  });

  test.each([
    ['nothing', ['    metadata:']],
    ['null', ['    metadata: null']],
    ['a map on one line', ['    metadata: {change_id: SSD-0001, type: bug}']],
    ['a map in brackets over lines', ['    metadata: {', '      change_id: SSD-0001,', '      }']],
    ['an empty map', ['    metadata: {}']],
    ['deeper lines', ['    metadata:', '          change_id: "a # b"', '', '          type: bug']],
    ['a quoted key', ["    'metadata':", "      'change_id': 'x'"]],
  ])('in place of %s', (_, old) => {
    expect(splice(['  - name: a', ...old, '    type: int', '', '  - name: b'], at(0))).toEqual([
      '  - name: a',
      ...written(),
      '    type: int',
      '',
      '  - name: b',
    ]);
  });

  test('several items of one file at once, in any order', () => {
    expect(splice(['  - name: a', '  - name: b', '  - name: c'], at(2), at(0))).toEqual([
      '  - name: a',
      ...written(),
      '  - name: b',
      '  - name: c',
      ...written(),
    ]);
  });

  test('comments among the old lines follow the new ones', () => {
    const old = [
      '    metadata: # ours',
      '      # agreed in May',
      '      change_id: "x # y" # number',
      "      type: 'it''s' #last",
    ];
    expect(splice(['  - name: a', ...old, '    type: int # kept'], at(0))).toEqual([
      '  - name: a',
      ...written(),
      '      # ours',
      '      # agreed in May',
      '      # number',
      '      #last',
      '    type: int # kept',
    ]);
  });
});

describe('how the file is written stays', () => {
  test('lines that end in CRLF', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    const text = lines(...HEAD, '  - name: a', '    type: int');
    expect(spliceMetadata(FILE, crlf(text), [at(0)])).toBe(crlf(spliceMetadata(FILE, text, [at(0)])));
  });

  test.each(['\n', '\r\n'])('no line break at the end, lines that end in %j', (end) => {
    const text = [...HEAD, '  - name: a'].join(end);
    expect(spliceMetadata(FILE, text, [at(0)])).toBe([text, ...written()].join(end));
  });

  test('a byte order mark before an item on the first line', () => {
    const text = '\uFEFFnodes: \n- name: a\n  fields:\n  - name: b\n';
    expect(spliceMetadata(FILE, text, [at(0)])).toBe(`${text}${lines(...written())}`);
  });

  test('other indents', () => {
    const deep = spliceMetadata(FILE, 'nodes:\n    - name: x\n      fields:\n          - name: a\n', [at(0)]);
    expect(deep).toContain('\n            metadata:\n              change_id: ');
    const flat = spliceMetadata(FILE, 'nodes:\n- fields:\n  - name: a\n', [at(0)]);
    expect(flat).toContain('\n    metadata:\n      change_id: ');
  });
});

describe('refusals, with their place', () => {
  test.each([
    ['an item in braces', '  - {name: a, type: int}', 4, 5],
    ['a file that cannot be read', '  - name: "a', 1, 1],
  ])('%s', (what, line, row, column) => {
    const found = what.startsWith('an item')
      ? 'the item is not written as a block of lines'
      : 'the file cannot be read';
    expect(refusalOf(lines(...HEAD, line), at(0))).toEqual({
      code: 'cannot-splice',
      place: `${FILE}:${row}:${column}`,
      found,
      expected: 'an item written as lines of `key: value`; nothing was written',
    });
  });

  test('a place where there is no item', () => {
    expect(refusalOf(lines(...HEAD, '  - name: a'), at(7))).toMatchObject({ place: `${FILE}:1:1` });
  });

  test('an item whose block cannot stand on lines of its own, because all of the object is in braces', () => {
    const text = 'nodes: [{name: x, fields: [{name: a}]}]\n';
    expect(refusalOf(text, at(0))).toMatchObject({ code: 'cannot-splice', place: `${FILE}:1:28` });
  });

  test('a result that would not read back as meant: two entries of one name', () => {
    const twice = [
      ['change_id', 'a'],
      ['change_id', 'b'],
    ] as const;
    expect(refusalOf(lines(...HEAD, '  - name: a'), at(0, twice))).toMatchObject({
      code: 'cannot-splice',
      found: 'the result would not read back as what was meant',
    });
  });
});

/** The lines of the block as they must be written for an item at indent 4. */
function written(): string[] {
  return ['    metadata:', '      change_id: SSD-0028', '      item_changes_count: 2', '      change_reason: null'];
}

function refusalOf(text: string, edit: BlockEdit): unknown {
  try {
    spliceMetadata(FILE, text, [edit]);
  } catch (error) {
    if (error instanceof StewardError) return error.detail;
    throw error;
  }
  return null;
}
