import fc from 'fast-check';
import { misspellings } from '../../src/lint/misspellings.js';
import { nearest } from '../../src/lint/nearest.js';
import { RESERVED_WORDS } from '../../src/lint/reserved-words.js';
import { HIDDEN_CHARACTER, shown, shownList } from '../../src/lint/shown.js';
import { termsOf } from '../../src/lint/terms.js';
import { VOCABULARY } from './build.js';

describe('nearest', () => {
  const known = ['SSDA903', 'CIN', 'AnnexA', 'Local', 'liquid_logic'];

  test.each([
    ['Loca;', 'Local'],
    ['SSD903', 'SSDA903'],
    ['ssda903', 'SSDA903'],
    ['CNI', 'CIN'],
    ['liqiud_lgic', 'liquid_logic'],
    ['Anex', null],
    ['Zebra', null],
    ['', null],
  ])('%p means %p', (value, expected) => {
    expect(nearest(value, known)).toBe(expected);
  });

  test('knows nothing among nothing, and of equals takes the first', () => {
    expect(nearest('x', [])).toBeNull();
    expect(nearest('ab', ['ac', 'ad'])).toBe('ac');
    expect(nearest('ab', ['ac', 'ab'])).toBe('ab');
  });

  test('finds a word after any one edit', () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('drop', 'swap', 'insert', 'replace'), (right, at, edit) => {
        const index = at % (right.length - 1);
        const [a = '', b = ''] = right.slice(index);
        const wrong = { drop: b, swap: b + a, insert: `${a}#${b}`, replace: `#${b}` }[edit];
        expect(nearest(right.slice(0, index) + wrong + right.slice(index + 2), [right])).toBe(right);
      }),
    );
  });
});

describe('terms', () => {
  const returns = termsOf(VOCABULARY.returns);

  test.each([
    ['CIN', 'known', ['CIN']],
    ['cin', 'older', ['CIN']],
    ['CINcensus', 'older', ['CIN']],
    ['cinCENSUS', 'older', ['CIN']],
    ['SSD903', 'unknown', ['SSDA903']],
    ['Local , AnnexA', 'unknown', ['Local', 'AnnexA']],
    ['Local,Zebra', 'unknown', []],
    ['constructor', 'unknown', []],
    ['__proto__', 'unknown', []],
  ])('%p is %s', (term, status, meant) => {
    expect(returns.status(term)).toBe(status);
    expect(returns.meant(term)).toEqual(meant);
  });

  test('every name is known and means itself, every alias means its name', () => {
    for (const { name, aliases } of [...VOCABULARY.returns, ...VOCABULARY.cms]) {
      const terms = termsOf([...VOCABULARY.returns, ...VOCABULARY.cms]);
      expect(terms.status(name)).toBe('known');
      for (const spelling of [name, ...aliases]) expect(terms.meant(spelling)).toEqual([name]);
    }
  });
});

describe('shown', () => {
  test('quotes, cuts and makes visible', () => {
    expect(shown('pers_sex')).toBe('`pers_sex`');
    expect(shown('a`b\nc\u200Bd')).toBe("`a'b U+000A c U+200B d`");
    expect(shown('🧒'.repeat(61))).toBe(`\`${'🧒'.repeat(60)}…\``);
    expect(shownList(['a', 'b', 'c'], 2)).toBe('`a`, `b` and 1 more');
  });

  test('never lets a value out of its quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const inside = shown(value).slice(1, -1);
        expect(inside).not.toMatch(/[`\r\n]/);
        expect(HIDDEN_CHARACTER.test(inside)).toBe(false);
      }),
    );
  });
});

test('lone surrogates and tag characters are hidden characters, letters of other scripts are not', () => {
  for (const hidden of ['\uD800', '\u{E0041}', '\u2066', '\uFEFF', '\u00AD', '\u0000', '\u0085']) {
    expect(HIDDEN_CHARACTER.test(`a${hidden}b`)).toBe(true);
  }
  for (const sound of ['é', 'Ω', 'я', '字', '’', '\u00A0', '\n', '\t', '\r']) {
    expect(HIDDEN_CHARACTER.test(`a${sound}b`)).toBe(false);
  }
});

test('misspellings are whole words, each once', () => {
  expect(misspellings('Teh reponse, the Reponse and teh_reponse; teheran')).toEqual([
    { found: 'Teh', right: 'the' },
    { found: 'reponse', right: 'response' },
    { found: 'Reponse', right: 'response' },
    { found: 'teh', right: 'the' },
  ]);
});

test('reserved words are small letters, without white space', () => {
  for (const word of RESERVED_WORDS) expect(word).toMatch(/^[a-z0-9_]+$/);
  for (const word of ['user', 'order', 'level', 'rowid', 'table']) expect(RESERVED_WORDS.has(word)).toBe(true);
  for (const word of ['id', 'description', 'version_number']) expect(RESERVED_WORDS.has(word)).toBe(false);
});
