/** What speaks against two parts: a change too few, too many or on the wrong side, and an error that was not there. */

import { diffSpecifications } from '../../src/changes/diff.js';
import { objectionsTo } from '../../src/split/prove.js';
import { atOnce } from '../../src/steps.js';
import { sha256 } from '../fakes/hash.js';
import { VOCABULARY } from '../fakes/recorded.js';
import { type ItemParts, object, specification } from '../fakes/specification.js';
import { CONFIG, keyOf } from './build.js';

const ID: ItemParts = { ref: 'PERS001A', name: 'pers_id', primaryKey: true, size: 48 };
const SEX: ItemParts = { ref: 'PERS002A', name: 'pers_sex', size: 1 };
const DOB: ItemParts = { ref: 'PERS003A', name: 'pers_dob', type: 'datetime' };

const people = (...items: ItemParts[]) => specification([object('ssd_person', [ID, ...items])]);
const WIDE = { ...SEX, size: 2 };
const DAY = { ...DOB, type: 'int' };

const BASE = people(SEX, DOB);
const HEAD = people(WIDE, DAY);

/** What is said against the parts when the change of `PERS002A` is to be alone. */
function objections(rest: typeof BASE, alone: typeof BASE, head = HEAD) {
  const measure = { config: CONFIG, vocabulary: VOCABULARY, hash: sha256, judged: new Map() };
  const { changes } = diffSpecifications(BASE, head, { hash: sha256 });
  const whole = { ...measure, base: BASE, head, changes };
  const found = atOnce(objectionsTo(whole, { rest, alone }, new Set([keyOf('PERS002A')])));
  return {
    changes: found.changes.map(({ kind, itemRef }) => `${itemRef} ${kind}`),
    errors: found.errors.map(({ part, finding }) => `${part} ${finding.rule}`),
  };
}

test('nothing speaks against the two halves', () => {
  expect(objections(people(SEX, DAY), people(WIDE, DOB))).toEqual({ changes: [], errors: [] });
});

test.each([
  [
    'on the wrong side',
    people(WIDE, DOB),
    people(SEX, DAY),
    ['PERS002A item-size-changed', 'PERS003A item-type-changed'],
  ],
  ['in neither part', people(SEX, DOB), people(WIDE, DOB), ['PERS003A item-type-changed']],
  ['in both parts', HEAD, people(WIDE, DOB), ['PERS002A item-size-changed', 'PERS002A item-size-changed']],
  [
    'that nobody proposed',
    people(SEX, DAY),
    people({ ...SEX, size: 3 }, DOB),
    ['PERS002A item-size-changed', 'PERS002A item-size-changed'],
  ],
])('a change %s', (_, rest, alone, changes) => {
  expect(objections(rest, alone)).toMatchObject({ changes });
});

test('an error that the proposal has too is no objection; one of a part alone is', () => {
  const broken = { ...DAY, foreignKey: 'ssd_person.pers_nobody' };
  const whole = people(WIDE, broken);
  expect(objections(people(SEX, broken), people(WIDE, DOB), whole).errors).toEqual([]);
  expect(objections(people(SEX, broken), people(WIDE, DOB)).errors).toEqual(['rest foreign-key-dangling']);
});
