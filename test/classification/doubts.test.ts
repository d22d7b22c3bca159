import { doubts } from '../../src/classification/doubts.js';
import type { DataItem } from '../../src/specification/model.js';
import { compare } from '../changes/build.js';
import { people, sex } from './build.js';

/** As many items, each with these parts, before and after. */
function inBulk(count: number, before: Partial<DataItem>, after: Partial<DataItem>) {
  const many = (parts: Partial<DataItem>) =>
    Array.from({ length: count }, (_, n) => sex({ ref: `PERS01${n}A`, name: `pers_${n}`, ...parts }));
  return compare(people(...many(before)), people(...many(after)));
}

function asked(...given: Parameters<typeof doubts>): string[] {
  return doubts(...given).map(({ question }) => question);
}

describe('a name that comes back', () => {
  const renamed = compare(people(sex({ name: 'pers_gender' })), people(sex()));

  test('is asked about, at the item', () => {
    const [question, ...others] = doubts(renamed, new Map([['PERS002A', ['pers_sexe', 'pers_sex']]]));
    expect(others).toEqual([]);
    expect(question).toEqual({
      object: 'ssd_person',
      itemRef: 'PERS002A',
      file: 'spec/objects/ssd_person.yml',
      path: ['nodes', 0, 'fields', 1, 'name'],
      question:
        'Which name of PERS002A is agreed, `pers_gender` or `pers_sex`? The item was called `pers_sex` before, so ' +
        'either the rename fell back by accident or it is being put right.',
    });
  });

  test.each([
    ['another name', new Map([['PERS002A', ['pers_sexe']]])],
    ['another item', new Map([['PERS003A', ['pers_sex']]])],
    ['nobody', new Map()],
  ])('is none when %s had it', (_, history) => {
    expect(doubts(renamed, history)).toEqual([]);
  });

  test('is none when only its letter case changes', () => {
    const louder = compare(people(sex({ name: 'PERS_SEX' })), people(sex()));
    expect(doubts(louder, new Map([['PERS002A', ['pers_sex']]]))).toEqual([]);
  });
});

describe('texts that are cut short in bulk', () => {
  const whole = 'One piece. And another. And a third.';

  test('are asked about once, at the first', () => {
    const questions = doubts(inBulk(6, { guidance: whole }, { guidance: 'And another.' }), new Map());
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({ itemRef: 'PERS010A', path: ['nodes', 0, 'fields', 1, 'guidance'] });
    expect(questions[0]?.question).toBe(
      'Are 6 texts meant to be cut short? Each keeps one piece of what it said, as after a broken export of the ' +
        'spreadsheet; the first is the guidance of `pers_0`.',
    );
  });

  test('descriptions too', () => {
    const found = inBulk(5, { description: whole }, { description: 'And another.' });
    expect(asked(found, new Map())[0]).toContain('the first is the description of `pers_0`.');
  });

  test.each([
    ['four are an editor’s decision', inBulk(4, { guidance: whole }, { guidance: 'And another.' })],
    ['texts that gain a sentence', inBulk(6, { guidance: 'One.' }, { guidance: 'One. Two.' })],
    ['texts that are emptied', inBulk(6, { guidance: whole }, { guidance: '' })],
    ['texts in other letters', inBulk(6, { guidance: whole }, { guidance: whole.toUpperCase() })],
    ['returns', inBulk(6, { returns: ['CIN', 'SEN2'] }, { returns: ['CIN'] })],
  ])('nothing is asked: %s', (_, found) => {
    expect(doubts(found, new Map())).toEqual([]);
  });
});
