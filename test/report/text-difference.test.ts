import fc from 'fast-check';
import { plain } from '../../src/report/phrase.js';
import { quotation, textDifference } from '../../src/report/text-difference.js';

function sides(before: string, after: string): [string, string] {
  const { old, now } = textDifference(before, after);
  return [plain(old), plain(now)];
}

describe('textDifference', () => {
  it('shows what changed with a few words around it', () => {
    const before = 'Records the gender of the child as it was given at birth by the parents.';
    const after = 'Records the sex of the child as it was given at birth by the parents.';
    expect(sides(before, after)).toEqual([
      '“Records the gender of the child as …”',
      '“Records the sex of the child as …”',
    ]);
  });

  it('shows two distant differences and leaves out what is between them', () => {
    const middle = 'one two three four five six seven eight nine ten';
    expect(sides(`A ${middle} B`, `C ${middle} D`)).toEqual([
      '“A one two three four … seven eight nine ten B”',
      '“C one two three four … seven eight nine ten D”',
    ]);
  });

  it('marks the words that went and the words that came', () => {
    const { old, now } = textDifference('the gender of', 'the sex of');
    expect(old.filter(({ mark }) => mark === 'gone').map(({ text }) => text)).toEqual(['gender']);
    expect(now.filter(({ mark }) => mark === 'new').map(({ text }) => text)).toEqual(['sex']);
  });

  it('says when only white space differs', () => {
    expect(textDifference('a  b\n', 'a b').same).toBe(true);
    expect(textDifference('a b', 'a c').same).toBe(false);
  });

  it('has nothing gone when words were only added, and the reverse', () => {
    expect(textDifference('a b', 'a x b').gone).toEqual([]);
    expect(plain(textDifference('a b', 'a x b y').added)).toBe('“x … y”');
    expect(textDifference('a x b', 'a b').added).toEqual([]);
  });

  it('keeps a rewritten text of thousands of words short, in a moment', () => {
    const words = (offset: number) =>
      Array.from({ length: 20_000 }, (_, index) => `word${index * 2 + offset}`).join(' ');
    const [old, now] = sides(words(0), words(1));
    expect(old.length).toBeLessThan(300);
    expect(now.length).toBeLessThan(300);
    expect(old).toMatch(/^“word0 word2 .*…”$/);
  });

  it('cuts one endless word outside a surrogate pair', () => {
    const [old] = sides(`x${'😀'.repeat(1000)}`, 'y');
    expect(old).not.toMatch(/\p{Cs}/u);
  });

  it('of short texts shows each side whole where it differs', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { same, gone, added, old, now } = textDifference(before, after);
        expect(same).toBe(before === after);
        expect(gone.length === 0 && added.length === 0).toBe(before === after);
        const shown = (phrase: typeof old, mark: string) => phrase.filter((span) => span.mark === mark).length;
        expect(shown(old, 'new')).toBe(0);
        expect(shown(now, 'gone')).toBe(0);
      }),
    );
  });
});

describe('quotation', () => {
  it('quotes a text on one line, the first words of a long one', () => {
    expect(plain(quotation('two\nlines'))).toBe('“two lines”');
    expect(plain(quotation('word '.repeat(1000)))).toMatch(/^“(word )+.*…”$/);
    expect(plain(quotation('word '.repeat(1000))).length).toBeLessThan(250);
  });
});
