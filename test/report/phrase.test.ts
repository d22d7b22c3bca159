import fc from 'fast-check';
import { counted, cut, joined, marked, name, plain, say, value, words } from '../../src/report/phrase.js';

describe('say', () => {
  it('keeps what is ours and what is a value apart', () => {
    expect(say`${name('pers_send')} is renamed, type ${value('bit')}, ${2} times`).toEqual([
      { mark: 'name', text: 'pers_send' },
      { mark: 'words', text: ' is renamed, type ' },
      { mark: 'value', text: 'bit' },
      { mark: 'words', text: ', ' },
      { mark: 'words', text: '2' },
      { mark: 'words', text: ' times' },
    ]);
  });

  it('as plain text has backticks around names only', () => {
    expect(plain(say`${name('pers_send')} has ${value('bit')}`)).toBe('`pers_send` has bit');
  });
});

describe('marked', () => {
  it('reads backticks of another stage as names', () => {
    expect(plain(marked('Is `a` the `b`?'))).toBe('Is `a` the `b`?');
    expect(marked('Is `a`?').map(({ mark }) => mark)).toEqual(['words', 'name', 'words']);
  });

  it('leaves a single backtick and an empty pair alone', () => {
    expect(marked('a ` b')).toEqual(words('a ` b'));
    expect(marked('a `` b')).toEqual(words('a `` b'));
  });

  it('cuts a sentence that does not end', () => {
    expect(plain(marked('x'.repeat(5000))).length).toBe(1001);
  });
});

describe('joined', () => {
  it('puts words between, not around', () => {
    expect(plain(joined([value('a'), value('b'), value('c')], ', '))).toBe('a, b, c');
    expect(joined([], ', ')).toEqual([]);
  });
});

describe('length', () => {
  it.each([
    [0, '0 items'],
    [1, '1 item'],
    [1234, '1,234 items'],
  ])('counts %d', (count, expected) => {
    expect(counted(count, 'item')).toBe(expected);
  });

  it('takes an irregular plural', () => {
    expect(counted(2, 'local authority', 'local authorities')).toBe('2 local authorities');
  });

  it('shows the beginning and the end of a long name', () => {
    const [span] = name(`begin_${'x'.repeat(300)}_end`);
    expect(span?.text.length).toBeLessThanOrEqual(120);
    expect(span?.text).toMatch(/^begin_x+…x+_end$/);
  });

  it('never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(400), (text, length) => {
        expect(cut(text, length)).not.toMatch(/\p{Cs}/u);
        expect(plain(name(text))).not.toMatch(/\p{Cs}/u);
        expect(cut(text, length).length).toBeLessThanOrEqual(length);
      }),
    );
  });
});
