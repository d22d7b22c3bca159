/** Units and their digests: on reviews made by hand, on the bundled standard, and on the recorded pairs. */
import fc from 'fast-check';
import { contentKey, type Unit } from '../../src/approval/unit.js';
import { type UnitOptions, unitsOf } from '../../src/approval/units.js';
import { DEFAULT_POLICY } from '../../src/config/policy.js';
import { isIdentified, subjectKey, subjectOf } from '../../src/identifiers/subject.js';
import { reviewProposal } from '../../src/pipeline.js';
import type { JudgedChange, Review } from '../../src/review.js';
import type { DataItem, DataObject, Specification } from '../../src/specification/model.js';
import { sha256 } from '../fakes/hash.js';
import { recordedReview, recordedVersion } from '../fakes/recorded.js';
import { describeWithShared } from '../fakes/shared.js';
import { VOCABULARY } from '../pull-request/build.js';
import { aChange, aTarget } from '../report/build.js';
import { bundledStandard, config } from '../sql/build.js';

const OPTIONS: UnitOptions = { hash: sha256, policy: DEFAULT_POLICY };

const ASKING = { ...DEFAULT_POLICY.tracks, cosmetic: { members: 1, organisations: 0, cms: false } };

const units = (changes: readonly JudgedChange[], sql: Review['sql'] = [], options = OPTIONS) =>
  unitsOf({ changes, sql }, options);

const subject = (itemRef: string) => `ssd_person ${itemRef} `;

const sqlOf = (...subjects: readonly (readonly [string, string])[]) => [
  aTarget({ subjects: subjects.map(([itemRef, digest]) => ({ subject: subject(itemRef), digest })) }),
];

describe('one unit for each identifier', () => {
  const renamed = aChange({ kind: 'item-renamed', before: 'a', after: 'b', changeType: 'change', weight: 'major' });
  const described = aChange({ kind: 'item-description-changed', before: 'a', after: 'b', weight: 'patch' });

  test('with everything that changes of it', () => {
    const [unit, ...others] = units([renamed, described], sqlOf(['PERS010A', 'ab'.repeat(32)]));
    expect(others).toEqual([]);
    expect(unit).toMatchObject({
      id: 'SSD-0028',
      subject: 'ssd_person PERS010A ',
      sql: { 'liquid_logic.sqlserver': 'ab'.repeat(16) },
      track: 'change',
      tracks: ['change', 'documentation'],
      isMajor: true,
      title: 'ssd_person.pers_sex: a is renamed b; and 1 more change',
      itemRef: 'PERS010A',
      object: 'ssd_person',
    });
  });

  test('named by its ref, its object or its code set until an identifier is given', () => {
    const ids = units([
      aChange({ kind: 'item-renamed', changeId: null }),
      aChange({ kind: 'item-order-changed', changeId: null, itemRef: '', name: '', before: ['a'], after: ['b'] }),
      aChange({ kind: 'code-set-value-added', changeId: null, itemRef: '', object: '', name: 'gender' }),
    ]).map(({ id }) => id);
    expect(ids).toEqual(['PERS010A', 'ssd_person', 'gender']);
  });

  test('an identifier given later is the same content', () => {
    const [before, after] = [null, 'SSD-0028'].map((changeId) => units([{ ...renamed, changeId }])[0]);
    expect(before && after && contentKey(before) === contentKey(after)).toBe(true);
  });

  test('another value is other content, also where the fingerprints collide', () => {
    const [one, other] = ['b', 'c'].map((after) => units([{ ...renamed, after }])[0]);
    expect(one?.fingerprint).not.toBe(other?.fingerprint);
  });

  test('the order in which the changes come does not matter', () => {
    const [one, other] = [
      [renamed, described],
      [described, renamed],
    ].map((changes) => units(changes)[0]);
    expect(one?.fingerprint).toBe(other?.fingerprint);
  });
});

describe('tracks', () => {
  const tracks = (...changes: JudgedChange[]) => units(changes)[0]?.tracks;
  const type = (changeType: string, given: Partial<JudgedChange> = {}) =>
    aChange({ kind: 'item-type-changed', changeType, ...given });

  test.each([
    ['bug', ['bug']],
    ['new feature', ['new feature']],
    ['change', ['change']],
    ['wording', ['wording']],
    ['undecided', ['change']],
  ])('%s is judged as %j', (changeType, expected) => {
    expect(tracks(type(changeType))).toEqual(expected);
  });

  test('the strictest comes first', () => {
    expect(tracks(type('bug'), type('wording'), type('change'))).toEqual(['change', 'wording', 'bug']);
  });

  test('a stated type that the evidence speaks against counts as a change until somebody decides', () => {
    const [unit] = units([type('bug', { stated: true, doubt: 'The evidence says change: x' })]);
    expect(unit).toMatchObject({ tracks: ['change'], isOpen: true });
  });

  test('what changes SQL is never only a matter of wording', () => {
    const texts = aChange({ kind: 'item-description-changed' });
    expect(units([texts])[0]?.track).toBe('documentation');
    expect(units([texts], sqlOf(['PERS010A', 'ab']))[0]?.track).toBe('change');
  });
});

describe('what is no unit, and what is all the same', () => {
  const cosmetic = aChange({ kind: 'item-renamed', class: 'cosmetic', changeId: null });

  test('cosmetic differences alone', () => {
    expect(units([cosmetic])).toEqual([]);
  });

  test('unless the policy asks about them', () => {
    expect(units([cosmetic], [], { ...OPTIONS, policy: { tracks: ASKING } })).toMatchObject([{ track: 'cosmetic' }]);
  });

  test('a cosmetic difference leaves a fingerprint as it is', () => {
    const real = aChange({ kind: 'item-type-changed', before: 'a', after: 'b' });
    expect(units([real])[0]?.fingerprint).toBe(units([real, cosmetic])[0]?.fingerprint);
  });

  test('SQL that no change explains is a unit that needs as much as a change', () => {
    expect(units([cosmetic], sqlOf(['PERS010A', 'ab']))).toMatchObject([
      { id: 'PERS010A', track: 'change', tracks: ['change'], sql: { 'liquid_logic.sqlserver': 'ab' } },
    ]);
    expect(units([], sqlOf(['', 'ab']))).toMatchObject([{ id: 'ssd_person', track: 'change' }]);
  });

  test('items speak for an object that comes; one without items speaks for itself', () => {
    const object = { itemRef: '', name: '', object: 'ssd_new', changeId: null, was: null };
    const added = aChange({ kind: 'object-added', ...object });
    const item = aChange({ kind: 'item-added', object: 'ssd_new', was: null });
    expect(units([added, item]).map(({ id }) => id)).toEqual(['SSD-0028']);
    expect(units([added]).map(({ id }) => id)).toEqual(['ssd_new']);
  });
});

/** The units between two specifications, with SQL for every target. */
async function between(base: Specification, head: Specification): Promise<readonly Unit[]> {
  const side = (specification: Specification) => ({
    revision: { name: '', commit: '' },
    specification,
    files: new Map(),
  });
  const { review } = await reviewProposal({
    base: side(base),
    head: side(head),
    config,
    vocabulary: VOCABULARY,
    surroundings: { consumers: [], localAuthorities: [] },
    changeRequest: 'pull request 12',
    statements: [],
    reserved: [],
    hash: sha256,
    earlierNames: async () => new Map(),
  });
  return unitsOf(review, OPTIONS);
}

const byKey = (found: readonly Unit[]) => new Map(found.map((unit) => [unit.subject, contentKey(unit)]));

/** Edits of one item each, none of them of a key, which other tables show as well. */
const EDITS: readonly ((item: DataItem) => readonly DataItem[])[] = [
  (item) => [{ ...item, description: `${item.description}, in other words entirely` }],
  (item) => [{ ...item, type: item.type === 'int' ? 'datetime' : 'int', size: null }],
  (item) => [{ ...item, required: !item.required }],
  (item) => [{ ...item, name: `${item.name}_new` }],
  () => [],
  (item) => [
    item,
    { ...item, ref: `${item.ref.slice(0, 4)}9${item.ref.slice(5)}`, name: `${item.name}_more`, foreignKey: '' },
  ],
  (item) => [{ ...item, foreignKey: item.foreignKey === '' ? 'ssd_person.pers_person_id' : '' }],
];

type Edit = readonly [ref: string, edit: number];

function edited(specification: Specification, edits: readonly Edit[]): Specification {
  const wanted = new Map(edits);
  const objects = specification.objects.map((object) => ({
    ...object,
    items: object.items.flatMap((item) => EDITS[wanted.get(item.ref) ?? -1]?.(item) ?? [item]),
  }));
  return { ...specification, objects };
}

describe('taking changes away leaves the others as they are', () => {
  const standard = bundledStandard();
  const refs = standard.objects.flatMap(({ items }) =>
    items.filter(({ primaryKey }) => !primaryKey).map(({ ref }) => ref),
  );

  test('in the bundled standard, whatever is changed and whatever of it is taken back', async () => {
    const edit = fc.tuple(fc.constantFrom(...refs), fc.nat(EDITS.length - 1));
    const edits = fc.uniqueArray(edit, { selector: ([ref]) => ref, minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(edits, fc.func(fc.boolean()), async (all, isKept) => {
        const kept = all.filter(([ref]) => isKept(ref));
        const [whole, part] = [
          await between(standard, edited(standard, all)),
          await between(standard, edited(standard, kept)),
        ];
        expect(byKey(whole).size).toBeGreaterThanOrEqual(all.length);
        for (const [subject, key] of byKey(part)) expect(byKey(whole).get(subject)).toBe(key);
      }),
      { numRuns: 25 },
    );
  });

  test('the first of several foreign keys that goes takes nothing of its neighbours with it', async () => {
    const unmapped = { ...standard, cms: [] };
    const units = await between(unmapped, edited(unmapped, [['INVO006A', 4]]));
    expect(units.map(({ itemRef }) => itemRef)).toEqual(['INVO006A']);
  });

  test('and so does a change of the same object that comes later', async () => {
    const [one = '', other = ''] = refs;
    const before = byKey(await between(standard, edited(standard, [[one, 1]])));
    const after = byKey(
      await between(
        standard,
        edited(standard, [
          [one, 1],
          [other, 5],
        ]),
      ),
    );
    expect(before.size).toBe(1);
    expect(after.size).toBe(2);
    for (const [subject, key] of before) expect(after.get(subject)).toBe(key);
  });
});

describeWithShared('the recorded pairs', () => {
  test.each(['03-04', '20-21', '23-24', '24-25'])('%s: what one file changes is the same alone', async (pair) => {
    const [from = '', to = ''] = pair.split('-');
    const [base, head] = [recordedVersion(from).specification, recordedVersion(to).specification];
    const whole = byKey(await between(base, head));
    expect(whole.size).toBeGreaterThan(5);
    const texts = (object: DataObject | undefined) => JSON.stringify(object?.items.map(({ path, ...item }) => item));
    const changed = head.objects.filter((object) => {
      const was = base.objects.find(({ name }) => name === object.name);
      return was && texts(was) !== texts(object);
    });
    let compared = 0;
    for (const object of changed.slice(0, 5)) {
      const objects = base.objects.map((was) => (was.name === object.name ? object : was));
      const alone = byKey(await between({ ...base, spreadsheet: null }, { ...base, spreadsheet: null, objects }));
      const own = [...alone].filter(([subject]) => subject.startsWith(`${object.name} `));
      const both = own.filter(([subject]) => whole.has(subject));
      compared += both.length;
      expect(both.filter(([subject, key]) => whole.get(subject) !== key)).toEqual([]);
    }
    expect(compared).toBeGreaterThan(3);
  });

  test('the biggest: every change that is not cosmetic, and every line of SQL, is in a unit', async () => {
    const { review } = await recordedReview('21-22');
    const found = unitsOf(review, OPTIONS);
    const real = review.changes.filter((change) => change.class !== 'cosmetic' && isIdentified(change));
    const subjects = new Set(real.map((change) => subjectKey(subjectOf(change))));
    expect(found.filter(({ subject: own }) => subjects.has(own))).toHaveLength(subjects.size);
    const all = await between(recordedVersion('21').specification, recordedVersion('22').specification);
    expect(all.filter(({ sql }) => Object.keys(sql).length > 0).length).toBeGreaterThan(10);
  });
});
