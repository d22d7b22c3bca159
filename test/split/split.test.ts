/** What of the files goes, what stays, and when nothing goes: told item by item. */
import { keyOf, type Proposal, partsOf, proposal, splitOf, textIn } from './build.js';

const PERSON = 'spec/objects/ssd_person.yml';
const ADDRESS = 'spec/objects/ssd_address.yml';

/** An object file of these lines. */
function object(name: string, ...items: readonly string[]): string {
  return ['---', 'nodes:', `- name: ${name}`, '  fields:', ...items, ''].join('\n');
}

function item(ref: string, name: string, ...more: readonly string[]): string {
  return [`  - name: ${name}`, `    item_ref: ${ref}`, ...more.map((line) => `    ${line}`)].join('\n');
}

const ID = item('PERS001A', 'pers_id', 'type: nvarchar', 'size: 48', 'primary_key: true');
const SEX = item('PERS002A', 'pers_sex', 'type: nvarchar', 'size: 1');
const WIDE = item('PERS002A', 'pers_sex', 'type: nvarchar', 'size: 2');
const DOB = item('PERS003A', 'pers_dob', 'type: datetime');
const DAY = item('PERS003A', 'pers_dob', 'type: int');
const NEW = item('PERS004A', 'pers_upn', 'type: nvarchar', 'size: 13');
const ADDR = item('ADDR001A', 'addr_id', 'type: nvarchar', 'size: 48', 'primary_key: true');

const person = (...items: readonly string[]) => object('ssd_person', ...items);

/** A proposal about `ssd_person` alone; the texts of that file in both parts. */
function personParts(base: string, head: string, ...keys: readonly string[]) {
  const { rest, alone } = partsOf(proposal({ [PERSON]: base }, { [PERSON]: head }), ...keys);
  return { rest: textIn(rest, PERSON), alone: textIn(alone, PERSON) };
}

describe('an item', () => {
  const OTHER = item('PERS001A', 'pers_id', 'type: nvarchar', 'size: 50', 'primary_key: true');

  test.each<[what: string, base: string[], head: string[], key: string, rest: string[], alone: string[]]>([
    ['that changes', [ID, SEX, DOB], [ID, WIDE, DAY], 'PERS002A', [ID, SEX, DAY], [ID, WIDE, DOB]],
    ['that is new', [ID, SEX], [ID, NEW, WIDE], 'PERS004A', [ID, WIDE], [ID, NEW, SEX]],
    ['that is new at the top', [ID, SEX], [NEW, ID, WIDE], 'PERS004A', [ID, WIDE], [NEW, ID, SEX]],
    ['that is new at the end', [ID, SEX], [ID, WIDE, NEW], 'PERS004A', [ID, WIDE], [ID, SEX, NEW]],
    ['that is removed', [ID, SEX, DOB], [OTHER, DOB], 'PERS002A', [OTHER, SEX, DOB], [ID, DOB]],
    ['that another is beside, new as well', [ID], [ID, NEW, DOB], 'PERS004A', [ID, DOB], [ID, NEW]],
    [
      'with another ref',
      [ID, SEX, DOB],
      [ID, SEX.replace('2A', '9A'), DAY],
      'PERS009A',
      [ID, SEX, DAY],
      [ID, SEX.replace('2A', '9A'), DOB],
    ],
  ])('%s', (_, base, head, key, rest, alone) => {
    const parts = personParts(person(...base), person(...head), keyOf(key));
    expect(parts).toEqual({ rest: person(...rest), alone: person(...alone) });
  });

  test('that moves to another object', () => {
    const base = { [PERSON]: person(ID, SEX, DOB), [ADDRESS]: object('ssd_address', ADDR) };
    const head = { [PERSON]: person(ID, DAY), [ADDRESS]: object('ssd_address', ADDR, SEX) };
    const { rest, alone } = partsOf(proposal(base, head), keyOf('PERS002A', 'ssd_address'));
    expect([textIn(rest, PERSON), textIn(rest, ADDRESS)]).toEqual([person(ID, SEX, DAY), base[ADDRESS]]);
    expect([textIn(alone, PERSON), textIn(alone, ADDRESS)]).toEqual([person(ID, DOB), head[ADDRESS]]);
  });

  test('several go together, and only they', () => {
    const parts = personParts(person(ID, SEX, DOB), person(OTHER, WIDE, DAY), keyOf('PERS002A'), keyOf('PERS003A'));
    expect(parts).toEqual({ rest: person(OTHER, SEX, DOB), alone: person(ID, WIDE, DAY) });
  });

  test('a cosmetic difference of another item stays, one of its own goes with it', () => {
    const told = (text: string, line: string) => `${text}\n    description: ${line}`;
    const base = person(told(ID, 'An id'), told(SEX, 'The sex'), DOB);
    const head = person(told(ID, 'an  id'), told(WIDE, 'the sex.'), DAY);
    expect(personParts(base, head, keyOf('PERS002A'))).toEqual({
      rest: person(told(ID, 'an  id'), told(SEX, 'The sex'), DAY),
      alone: person(told(ID, 'An id'), told(WIDE, 'the sex.'), DOB),
    });
  });

  test('a file that is not concerned is not named', () => {
    const base = { [PERSON]: person(ID, SEX), [ADDRESS]: object('ssd_address', ADDR) };
    const head = { [PERSON]: person(ID, WIDE), [ADDRESS]: object('ssd_address', `${ADDR}\n    guidance: Since 2023.`) };
    const { parts } = partsOf(proposal(base, head), keyOf('PERS002A'));
    expect([[...parts.rest.keys()], [...parts.alone.keys()]]).toEqual([[PERSON], [PERSON]]);
  });
});

describe('every other byte stays', () => {
  const above = (text: string) => `\n  # who it is\n${text}`;

  test('what stands above an item goes with it, what stands above others stays', () => {
    const head = person(ID, above(NEW), above(DAY));
    expect(personParts(person(ID, above(DOB)), head, keyOf('PERS004A'))).toEqual({
      rest: person(ID, above(DAY)),
      alone: person(ID, above(NEW), above(DOB)),
    });
  });

  test.each<[what: string, write: (text: string) => string]>([
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text) => `\uFEFF${text}`],
    ['no line break at the end', (text) => text.trimEnd()],
    ['comments and blank lines', (text) => `# top\n${text}\n  # the end\n\n`],
    ['quotes and comments in lines', (text) => text.replaceAll('type: nvarchar', '"type": \'nvarchar\' # text')],
    ['deeper items', (text) => text.replace(/^ {2}(?=[ -])/gm, '      ')],
    ['a dash on a line of its own', (text) => text.replaceAll('  - name', '  - # an item\n    name')],
  ])('with %s', (_, write) => {
    const [base, head] = [write(person(ID, SEX, DOB)), write(person(ID, WIDE, DAY))];
    expect(personParts(base, head, keyOf('PERS002A'))).toEqual({
      rest: write(person(ID, SEX, DAY)),
      alone: write(person(ID, WIDE, DOB)),
    });
  });

  test('an item takes the indent and the line ends of the file that it comes into', () => {
    const text = item('PERS002A', 'pers_sex', 'description: |', '  one', '', '  two', 'size: 2');
    const deep = (lines: string) => lines.replace(/^ {2}(?=[ -])/gm, '     ').replaceAll('\n', '\r\n');
    expect(personParts(person(ID, SEX, DOB), deep(person(ID, text, DAY)), keyOf('PERS002A'))).toEqual({
      rest: deep(person(ID, SEX, DAY)),
      alone: person(ID, text, DOB),
    });
  });

  test('metadata blocks are the base’s in both parts: the next record writes them', () => {
    const block = (text: string, id: string) =>
      `${text}\n    metadata:\n      change_id: ${id}\n      change_type: bug`;
    const base = person(ID, block(SEX, 'SSD-0007'), DOB);
    const head = person(ID, block(WIDE, 'SSD-0031'), block(DAY, 'SSD-0032'), block(NEW, 'SSD-0033'));
    expect(personParts(base, head, keyOf('PERS002A'), keyOf('PERS004A'))).toEqual({
      rest: person(ID, block(SEX, 'SSD-0007'), block(DAY, 'SSD-0032')),
      alone: person(ID, block(WIDE, 'SSD-0007'), DOB, NEW),
    });
  });
});

describe('an object', () => {
  const order = 'ssd_person  ';

  test('the order of its items is one change', () => {
    expect(personParts(person(ID, SEX, DOB), person(DAY, ID, SEX), order)).toEqual({
      rest: person(ID, SEX, DAY),
      alone: person(DOB, ID, SEX),
    });
    expect(personParts(person(ID, SEX, DOB), person(DAY, ID, SEX), keyOf('PERS003A'))).toEqual({
      rest: person(DOB, ID, SEX),
      alone: person(ID, SEX, DAY),
    });
  });

  test('a name goes with the file', () => {
    const renamed = { 'spec/objects/ssd_child.yml': object('ssd_child', ID, SEX) };
    const given = proposal(
      { [PERSON]: person(ID, SEX), [ADDRESS]: object('ssd_address', ADDR) },
      { ...renamed, [ADDRESS]: object('ssd_address', `${ADDR}\n    guidance: Since 2023.`) },
    );
    const { rest, alone, parts } = partsOf(given, 'ssd_child  ');
    expect([...parts.rest.keys()].sort()).toEqual(['spec/objects/ssd_child.yml', PERSON]);
    expect([textIn(rest, PERSON), textIn(rest, 'spec/objects/ssd_child.yml')]).toEqual([person(ID, SEX), '(none)']);
    expect([textIn(alone, PERSON), textIn(alone, 'spec/objects/ssd_child.yml')]).toEqual([
      '(none)',
      object('ssd_child', ID, SEX),
    ]);
  });

  const two = item('ADDR002A', 'addr_text', 'type: nvarchar', 'size: 9');
  const added = proposal(
    { [PERSON]: person(ID, SEX) },
    { [PERSON]: person(ID, WIDE), [ADDRESS]: object('ssd_address', ADDR, two) },
  );
  const keys = [keyOf('ADDR001A', 'ssd_address'), keyOf('ADDR002A', 'ssd_address')];

  test('that is new goes as a whole, or not at all', () => {
    const { rest, alone } = partsOf(added, ...keys);
    expect([textIn(rest, ADDRESS), textIn(alone, ADDRESS)]).toEqual(['(none)', object('ssd_address', ADDR, two)]);
    expect(textIn(alone, PERSON)).toBe(person(ID, SEX));
    expect(splitOf(added, keys[1] ?? '')).toEqual({
      kind: 'refusal',
      sentence:
        'ADDR002A cannot go without ADDR001A: alone, no item of `ssd_address` has primary_key: true. ' +
        '`/split ADDR002A ADDR001A` takes them out together.',
      along: [keys[0]],
    });
  });

  test('that is removed goes as a whole, or not at all', () => {
    const removed: Proposal = { base: added.head, head: added.base };
    const { rest, alone } = partsOf(removed, ...keys);
    expect([textIn(rest, ADDRESS), textIn(alone, ADDRESS)]).toEqual([object('ssd_address', ADDR, two), '(none)']);
    expect(splitOf(removed, keys[1] ?? '')).toMatchObject({ kind: 'refusal', along: [keys[0]] });
  });
});

test('a code set is one subject', () => {
  const [sex, gender] = ['spec/categories/sex.yml', 'spec/categories/gender.yml'];
  const given = proposal({ [sex]: '- M\n- F\n', [gender]: '- M\n' }, { [sex]: '- M\n- F\n- U # not known\n' });
  const { rest, alone } = partsOf(given, '  sex');
  expect([textIn(rest, sex), textIn(rest, gender)]).toEqual(['- M\n- F\n', '(none)']);
  expect([textIn(alone, sex), textIn(alone, gender)]).toEqual(['- M\n- F\n- U # not known\n', '- M\n']);
  const back = partsOf(given, '  gender');
  expect([textIn(back.rest, gender), textIn(back.alone, gender)]).toEqual(['- M\n', '(none)']);
});

describe('it is refused', () => {
  const refusal = (given: Proposal, ...keys: readonly string[]) => {
    const result = splitOf(given, ...keys);
    return result.kind === 'refusal' ? result.sentence : 'parts';
  };
  const simple = proposal({ [PERSON]: person(ID, SEX, DOB) }, { [PERSON]: person(ID, WIDE, DAY) });

  test('what does not change', () => {
    expect(refusal(simple, keyOf('PERS001A'))).toBe('This proposal does not change ssd_person PERS001A.');
    expect(refusal(simple)).toBe('Nothing was named to be split off.');
  });

  test('all of it', () => {
    expect(refusal(simple, keyOf('PERS002A'), keyOf('PERS003A'))).toMatch(/^Nothing would be left of this proposal/);
  });

  const key = 'foreign_key: ssd_person.pers_id';
  const child = (line: string) =>
    object('ssd_address', ADDR, item('ADDR002A', 'addr_person', 'type: nvarchar', 'size: 48', line));
  const renamed = proposal(
    { [PERSON]: person(ID, SEX), [ADDRESS]: child(key) },
    { [PERSON]: person(ID.replace('pers_id', 'pers_key'), WIDE), [ADDRESS]: child(key.replace('pers_id', 'pers_key')) },
  );
  const both = [keyOf('PERS001A'), keyOf('ADDR002A', 'ssd_address')];

  test.each([
    ['a foreign key without the name that it leads to', both[0], both[1], 'PERS001A cannot go without ADDR002A'],
    ['a name without the foreign key that leads to it', both[1], both[0], 'ADDR002A cannot go without PERS001A'],
  ])('%s; both together go', (_, one = '', other = '', sentence) => {
    const result = splitOf(renamed, one);
    expect(result).toMatchObject({ kind: 'refusal', along: [other] });
    expect(refusal(renamed, one)).toContain(sentence);
    expect(refusal(renamed, one)).toMatch(/ssd_person\.pers_(?:id|key)/);
    const { rest, alone } = partsOf(renamed, one, other);
    expect(textIn(rest, PERSON)).toBe(person(ID, WIDE));
    expect(textIn(alone, ADDRESS)).toBe(child(key.replace('pers_id', 'pers_key')));
  });

  test('a file whose items are not lines of their own', () => {
    const flow = (size: number) =>
      object('ssd_person', ID, `  - {name: pers_sex, item_ref: PERS002A, type: nvarchar, size: ${size}}`);
    const list = (size: number) =>
      `nodes:\n- name: ssd_person\n  fields: [{name: pers_id, item_ref: PERS001A, primary_key: true, type: nvarchar, size: ${size}}]\n`;
    const given = (text: (size: number) => string) =>
      proposal({ [PERSON]: text(1), [ADDRESS]: object('ssd_address', ADDR) }, { [PERSON]: text(2) });
    expect(refusal(given(flow), keyOf('PERS002A'))).toBe('parts');
    expect(refusal(given(list), keyOf('PERS001A'))).toBe(
      'PERS001A cannot be split off: in `spec/objects/ssd_person.yml:3:3` the items are not written as lines of their own.',
    );
  });

  test('two objects of one file at once; one of them goes', () => {
    const twin = (a: string, b: string) =>
      `${person(ID, a)}- name: ssd_address\n  fields:\n${ADDR}\n${item('ADDR002A', 'addr_text', b)}\n`;
    const given = proposal(
      { [PERSON]: twin(SEX, 'type: int') },
      { [PERSON]: twin(WIDE, 'type: float').replace('size: 48', 'size: 50') },
    );
    const address = keyOf('ADDR002A', 'ssd_address');
    const { rest } = partsOf(given, address);
    expect(textIn(rest, PERSON)).toBe(twin(WIDE, 'type: int').replace('size: 48', 'size: 50'));
    expect(refusal(given, keyOf('PERS002A'), address)).toMatch(/not written as lines of their own\.$/);
  });
});

test('a file that cannot be read hinders no other, and is left alone', () => {
  const broken = { 'spec/objects/ssd_broken.yml': 'nodes: [' };
  const given = proposal({ [PERSON]: person(ID, SEX, DOB), ...broken }, { [PERSON]: person(ID, WIDE, DAY), ...broken });
  const { parts, rest } = partsOf(given, keyOf('PERS002A'));
  expect([...parts.rest.keys(), ...parts.alone.keys()]).toEqual([PERSON, PERSON]);
  expect(textIn(rest, PERSON)).toBe(person(ID, SEX, DAY));
});

test('a name in a sentence brings no marks and no lines of its own', () => {
  const ref = '`@org/everyone` <b>';
  const odd = (size: number) =>
    `  - name: pers_odd\n    item_ref: "${ref}\\n\\u202e"\n    type: nvarchar\n    size: ${size}`;
  const result = splitOf(
    proposal({ [PERSON]: person(ID, odd(1)) }, { [PERSON]: person(ID, odd(2)) }),
    'ssd `x`\n\u202e ',
  );
  expect(result).toEqual({ kind: 'refusal', sentence: 'This proposal does not change ssd x.', along: [] });
  const all = splitOf(
    proposal({ [PERSON]: person(odd(1), SEX) }, { [PERSON]: person(odd(2), WIDE) }),
    keyOf('PERS002A'),
  );
  expect(all.kind).toBe('parts');
});

test('a mapping stays: another item may go without it, its own may not', () => {
  const MAPPING = 'spec/cms/mosaic/ssd_person.yml';
  const base = { [PERSON]: person(ID, SEX, DOB), [MAPPING]: 'from: T t\nitems: {PERS002A: t.A}\n' };
  const head = { [PERSON]: person(ID, WIDE, DAY), [MAPPING]: 'from: T t\nitems: {PERS002A: t.B}\n' };
  const { rest, alone } = partsOf(proposal(base, head), keyOf('PERS003A'));
  expect([textIn(rest, MAPPING), textIn(alone, MAPPING)]).toEqual([head[MAPPING], base[MAPPING]]);
  expect(splitOf(proposal(base, head), keyOf('PERS002A'))).toMatchObject({
    kind: 'refusal',
    sentence: expect.stringContaining('files of mappings are not taken apart'),
  });
});
