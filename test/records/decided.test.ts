/** What people decide goes into the records, and out of them again; what was agreed to is the same change. */
import fc from 'fast-check';
import { isIdentified, subjectKey, subjectOf } from '../../src/identifiers/subject.js';
import type { Decided } from '../../src/review.js';
import { pairs } from '../changes/arbitrary.js';
import { type Files, textOf } from '../fakes/memory-repository.js';
import { type ItemParts, object, specification } from '../fakes/specification.js';
import { CHANGELOG, LOG, record, repositoryOf, textsOf } from './proposal.js';

const ID: ItemParts = { ref: 'PERS001A', name: 'pers_id', primaryKey: true, size: 48 };
const SEX: ItemParts = { ref: 'PERS002A', name: 'pers_sex', size: 1, description: 'Sex of the child' };
const person = (...items: ItemParts[]) => repositoryOf(textsOf(specification([object('ssd_person', items)])));

const KEY = subjectKey({ object: 'ssd_person', itemRef: 'PERS002A', codeSet: '' });
const BASE = person(ID, SEX);
const HEAD = person(ID, { ...SEX, size: 2, required: true, description: 'sex of the child' });

const decide = (decided: Decided, head: Files = HEAD) => record(BASE, head, { decided: new Map([[KEY, decided]]) });

function row({ files }: { files: Files }): string[] {
  const file = files.get(LOG);
  return (file ? textOf(file) : '').split('\n')[1]?.split(',') ?? [];
}

test('the decided type and reason stand in the row, before the evidence, once', async () => {
  const cells = row(await decide({ changeType: 'bug', reason: 'It was meant so', by: 'Olga' }));
  expect(cells.slice(6, 8)).toEqual(['pending', 'bug']);
  expect(cells.slice(9).join(',')).toMatch(
    /^Decided by Olga: It was meant so\. (?!.*Decided).+ The item holds more than before; nothing is lost\.$/,
  );
});

test('every change of the item has the type, but a cosmetic one is what it is', async () => {
  const { reviewed } = await decide({ changeType: 'bug', by: 'Olga' });
  const types = reviewed.review.changes.map(({ kind, class: own, decided }) => [kind, own, decided?.by]);
  expect(types).toEqual([
    ['item-size-changed', 'structural', 'Olga'],
    ['item-description-changed', 'cosmetic', undefined],
    ['item-validators-changed', 'structural', 'Olga'],
  ]);
});

test('metadata block and CHANGELOG.md tell the same words', async () => {
  const { files } = await decide({ reason: 'Asked for by Ofsted | @team <b>', by: 'Olga' });
  const texts = [...files.values()].map(textOf);
  expect(texts.filter((text) => /change_reason: .*Reason given by Olga: Asked for by Ofsted/.test(text))).toHaveLength(
    1,
  );
  const changelog = files.get(CHANGELOG);
  expect(changelog && textOf(changelog)).toContain('Asked for by Ofsted \\| @\u200Bteam \\<b\\>. ');
});

test('a decision on another subject is nobody’s', async () => {
  const other = new Map([['ssd_person PERS009A ', { changeType: 'bug', by: 'Olga' }]]);
  const { files } = await record(BASE, HEAD, { decided: other });
  expect(files).toEqual((await record(BASE, HEAD)).files);
});

const reasons = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('=1+1', '@x', "'=1", '"', ''));
const decisions: fc.Arbitrary<Decided> = fc.record(
  { changeType: fc.constantFrom('bug', 'new feature', 'change'), reason: reasons, by: fc.constantFrom('Olga', '=O') },
  { requiredKeys: ['by'] },
);

test('recording is stable, taking the decision away gives the old records back, and the changes are the same', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, fc.array(decisions, { minLength: 3, maxLength: 3 }), async ([from, to], said) => {
      const [base, head] = [repositoryOf(textsOf(from)), repositoryOf(textsOf(to))];
      const plain = await record(base, head);
      const keys = plain.reviewed.review.changes.filter(isIdentified).map((change) => subjectKey(subjectOf(change)));
      const decided = new Map([...new Set(keys)].slice(0, 3).map((key, at) => [key, said[at] ?? { by: 'x' }]));
      const once = await record(base, head, { decided });
      expect((await record(base, once.files, { decided })).plan.actions).toEqual([]);
      expect((await record(base, once.files)).files).toEqual(plain.files);
      const prints = ({ reviewed }: typeof once) => reviewed.review.changes.map(({ fingerprint }) => fingerprint);
      expect(prints(once)).toEqual(prints(plain));
    }),
    { numRuns: 60 },
  );
});
