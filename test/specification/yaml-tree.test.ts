/** The tree: values as written, offsets of every node, and everything that is refused. */
import { positionAt } from '../../src/specification/position.js';
import {
  booleanOf,
  isNull,
  nodeAt,
  readTree,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../../src/specification/yaml-tree.js';

function rootOf(text: string): YamlNode {
  const { root, problem } = readTree(text);
  if (!root) throw new Error(`not read: ${problem?.message}`);
  return root;
}

const mapOf = (text: string) => rootOf(text) as YamlMap;
const scalarOf = (text: string) => mapOf(`key: ${text}`).entries[0]?.value as YamlScalar;

/** What was refused, with its place as an editor shows it. */
function refusalOf(text: string) {
  const { problem } = readTree(text);
  if (!problem) return null;
  const { line, column } = positionAt(text, problem.offset);
  return { at: `${line}:${column}`, code: problem.code, message: problem.message, expected: problem.expected };
}

describe('values', () => {
  test.each([
    ['plain text', 'plain text', true],
    ['0777', '0777', true],
    ['1_000', '1_000', true],
    ['1:30:00', '1:30:00', true],
    ['2026-02-30', '2026-02-30', true],
    ['1e400', '1e400', true],
    ['.nan', '.nan', true],
    ['no', 'no', true],
    ['~', '~', true],
    ['', '', true],
    ['""', '', false],
    ["'it''s'", "it's", false],
    ['"tab\\t, quote \\", \\u0041, \\x41"', 'tab\t, quote ", A, A', false],
    ['"a\\0b"', 'a\0b', false],
    ['"\\ud800"', '\ud800', false],
    ['"\\u202eevil"', '\u202eevil', false],
    ['a # comment', 'a', true],
    ['a#no comment', 'a#no comment', true],
    ['one\n  two\n\n  three', 'one two\nthree', true],
    ['|\n  one\n   two\n', 'one\n two\n', false],
    ['|-\n  one\n\n', 'one', false],
    ['>\n  one\n  two\n\n  three\n', 'one two\nthree\n', false],
  ])('%j is the text %j', (written, text, plain) => {
    expect(scalarOf(written)).toMatchObject({ kind: 'scalar', text, plain });
  });

  test.each(['', '~', 'null', 'Null', 'NULL'])('%j is null', (written) => {
    expect(isNull(scalarOf(written))).toBe(true);
  });

  test.each(['"null"', "''", 'nULL', 'none', '[]'])('%j is not null', (written) => {
    expect(isNull(scalarOf(written))).toBe(false);
  });

  test.each([
    ['true', true],
    ['False', false],
    ['TRUE', true],
    ['yes', null],
    ['no', null],
    ['on', null],
    ['"true"', null],
    ['tRUE', null],
    ['[true]', null],
  ])('%s is the boolean %s', (written, value) => {
    expect(booleanOf(scalarOf(written))).toBe(value);
  });

  test('an empty text, and one with comments only, have no root', () => {
    expect(readTree('')).toEqual({ root: null, problem: null });
    expect(readTree('# nothing\n\n# here\n')).toEqual({ root: null, problem: null });
  });

  test('keys keep their order and are never looked up in a prototype', () => {
    const { entries } = mapOf('toString: a\n__proto__: b\nconstructor: c\n');
    expect(entries.map(({ key }) => key)).toEqual(['toString', '__proto__', 'constructor']);
    expect(nodeAt(rootOf('a: 1'), 'toString')).toBeNull();
    expect(nodeAt(rootOf('a: 1'), '__proto__')).toBeNull();
    expect(nodeAt(rootOf('- a'), 'a')).toBeNull();
  });
});

describe('offsets', () => {
  const text = [
    '# a comment',
    'plain: some words',
    `"quoted": 'it''s'`,
    'list:',
    '- one',
    '-',
    '- # nothing but a comment - and a dash',
    '- "two"',
    '- key: 1',
    '  other:',
    '- - nested',
    'flow: [a, "b", {c: d}]',
    'empty:',
    'block: |',
    '  text',
    '',
  ].join('\n');

  /** The source of every scalar and key, each with the place where it begins. */
  function* spans(node: YamlNode): Generator<string> {
    const at = (offset: number) => `${positionAt(text, offset).line}:${positionAt(text, offset).column}`;
    if (node.kind === 'scalar') yield `${at(node.start)} ${text.slice(node.start, node.end)}`;
    for (const { keyStart, keyEnd, value } of node.kind === 'map' ? node.entries : []) {
      yield `${at(keyStart)} key ${text.slice(keyStart, keyEnd)}`;
      yield* spans(value);
    }
    for (const item of node.kind === 'list' ? node.items : []) yield* spans(item);
  }

  test('every key and value has its own, quotes included', () => {
    expect([...spans(rootOf(text))]).toEqual([
      '2:1 key plain',
      '2:8 some words',
      '3:1 key "quoted"',
      "3:11 'it''s'",
      '4:1 key list',
      '5:3 one',
      '6:1 -',
      '7:1 -',
      '8:3 "two"',
      '9:3 key key',
      '9:8 1',
      '10:3 key other',
      '10:8 ',
      '11:5 nested',
      '12:1 key flow',
      '12:8 a',
      '12:11 "b"',
      '12:17 key c',
      '12:20 d',
      '13:1 key empty',
      '13:6 ',
      '14:1 key block',
      '15:1   text\n',
    ]);
  });

  test('collections begin at their first entry or bracket, and tell blocks from flow', () => {
    const { entries } = mapOf('block:\n  a: 1\nflow: {a: 1}\nlist:\n- a\n');
    const [block, flow, list] = entries.map(({ value }) => value) as [YamlMap, YamlMap, YamlList];
    expect([block.block, flow.block]).toEqual([true, false]);
    expect([block.start, flow.start, list.start]).toEqual([9, 20, 33]);
  });

  test('a list whose first entry is empty', () => {
    const list = mapOf('a:\n  -\n  -\n  - x\n').entries[0]?.value as YamlList;
    expect(list.items.map(({ start }) => start)).toEqual([5, 9, 15]);
  });
});

describe('refusals', () => {
  const twice = ['several-documents', 'a second document follows after `---`', 'one document a file'] as const;
  const directive = ['yaml-directive', 'a %-directive stands at the top', 'none'] as const;
  const anchor = ['yaml-anchor', 'an anchor (`&name`) is used', 'none'] as const;
  const alias = ['yaml-alias', 'an alias (`*name`) is used', 'the value written out'] as const;
  const tag = ['yaml-tag', 'a tag (`!name`) is used', 'none'] as const;
  const merge = ['yaml-merge-key', 'a merge key (`<<`)', 'the keys written out'] as const;
  const noText = ['yaml-key', 'a key is not a text', 'a name'] as const;
  const twin = (key: string) =>
    ['duplicate-key', `the key "${key}" stands twice in one item`, 'each key once'] as const;

  test.each([
    ['a: 1\n---\nb: 2\n', '2:1', ...twice],
    ['--- # first\na: 1\n---\n', '3:1', ...twice],
    ['a: 1\n...\nb: 2\n', '2:1', ...twice],
    ['%YAML 1.1\n---\na: yes\n', '1:1', ...directive],
    ['# note\n%TAG ! tag:x,2000:\n---\na: 1\n', '2:1', ...directive],
    ['a: &here 1\n', '1:4', ...anchor],
    ['&a [*a]', '1:1', ...anchor],
    ['a: *there\n', '1:4', ...alias],
    ['a: !!js/function x\n', '1:4', ...tag],
    ['a: !!str x\n', '1:4', ...tag],
    ['!local {}\n', '1:1', ...tag],
    ['a:\n  <<: {b: 1}\n', '2:3', ...merge],
    ['a: 1\nb: 2\na: 3\n', '3:1', ...twin('a')],
    ['1: a\n"1": b\n', '2:1', ...twin('1')],
    ['__proto__: a\n"__proto__": b\n', '2:1', ...twin('__proto__')],
    ['? [a, b]\n: c\n', '1:3', ...noText],
    ['{[a]: b}', '1:2', ...noText],
  ])('%j at %s is %s', (text, at, code, message, expected) => {
    expect(refusalOf(text)).toEqual({ at, code, message, expected });
  });

  test.each([
    ['a: "open\n', '2:1', 'deficient indentation'],
    ['a: b: c\n', '1:5', 'bad indentation of a mapping entry'],
    ['a:\n\tb: c\n', '2:1', 'tab characters must not be used in indentation'],
    ['a: b\0\n', '1:5', 'null byte is not allowed in input'],
    ['a: b\u0007\n', '1:5', 'the stream contains non-printable characters'],
    ['a: [b\n', '2:1', 'deficient indentation'],
    ['[a, b', '1:6', 'unexpected end of the stream within a flow collection'],
    ['nodes:\n<<<<<<< HEAD\n- name: a\n', '3:7', 'can not read a block mapping entry'],
  ])('%j at %s cannot be parsed: %s', (text, at, reason) => {
    expect(refusalOf(text)).toEqual({
      at,
      code: 'unparseable-file',
      message: expect.stringContaining(`the file is not valid YAML: ${reason}`),
      expected: 'valid YAML; often a quote that is not closed, a wrong indentation, or ": " inside an unquoted text',
    });
  });

  test.each([
    '"<<": 1',
    'a: <<',
    '- a: 1\n- a: 2',
    'a: 1\n...\n',
    '---\na: 1\n',
    'a: {b: 1}\nb: {b: 1}',
    'a: "&no anchor"\n',
    'a: x *no alias\n',
    'a: 100%\n',
  ])('%j is read', (text) => {
    expect(refusalOf(text)).toBeNull();
  });

  test('63 collections inside each other and a text are 64 levels, one more is refused', () => {
    const refused = {
      code: 'unparseable-file',
      message: 'the file is nested too deeply',
      expected: 'at most 64 levels',
    };
    const blocks = (depth: number) => Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:\n`).join('');
    expect(refusalOf('['.repeat(63) + ']'.repeat(63))).toBeNull();
    expect(refusalOf(blocks(63))).toBeNull();
    expect(refusalOf('['.repeat(64) + ']'.repeat(64))).toEqual({ ...refused, at: '1:64' });
    expect(refusalOf(blocks(64))).toEqual({ ...refused, at: '64:64' });
    expect(refusalOf('- '.repeat(64))).toMatchObject(refused);
    expect(refusalOf('{a: '.repeat(64))).toMatchObject(refused);
  });
});
