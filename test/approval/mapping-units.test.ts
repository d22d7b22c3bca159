/** A mapping alone changes: it is something to agree to, with an identifier, and bound to the SQL that it makes. */
import { concernedCms, contentKey, type Unit } from '../../src/approval/unit.js';
import { unitsOf } from '../../src/approval/units.js';
import { DEFAULT_POLICY } from '../../src/config/policy.js';
import type { Review } from '../../src/review.js';
import { readCase } from '../fakes/golden-case.js';
import { sha256 } from '../fakes/hash.js';
import { fileOf, MemoryRepository } from '../fakes/memory-repository.js';
import { reviewInMemory } from '../fakes/memory-review.js';

const { base, head } = readCase('mapping-changed-alone');
const MAPPING = 'spec/cms/liquid_logic/ssd_disability.yml';

async function reviewOf(edit: (mapping: string) => string | null): Promise<Review> {
  const files = new Map(head);
  const text = edit(new TextDecoder().decode(head.get(MAPPING)?.bytes));
  if (text === null) files.delete(MAPPING);
  else files.set(MAPPING, fileOf(MAPPING, text));
  const revisions = new Map([
    ['main', base],
    ['proposal', files],
  ]);
  const repository = new MemoryRepository({ revisions });
  const reviewed = await reviewInMemory({
    repository,
    base: 'main',
    head: 'proposal',
    changeRequest: 'pull request 12',
  });
  return reviewed.review;
}

const unitsIn = (review: Review): readonly Unit[] => unitsOf(review, { hash: sha256, policy: DEFAULT_POLICY });

test('one unit for the rows, one for the item, each with its SQL and who speaks for it', async () => {
  const units = unitsIn(await reviewOf((mapping) => mapping));
  expect(units.map(({ id, itemRef, object, title }) => [id, itemRef || object, title])).toEqual([
    ['SSD-0028', 'ssd_disability', expect.stringContaining('rows read for ssd_disability: liquid_logic where added')],
    ['SSD-0029', 'DISA002A', expect.stringContaining('“fd.DISAB_CODE” becomes “trim(fd.DISAB_CODE)”')],
  ]);
  for (const unit of units) {
    expect(unit).toMatchObject({
      track: 'change',
      isOpen: true,
      sql: { 'liquid_logic.sqlserver': expect.any(String) },
    });
    expect(concernedCms(unit)).toEqual(['liquid_logic']);
  }
});

test('another source is other content of its item, and of nothing else', async () => {
  const [before, after] = await Promise.all(
    [(text: string) => text, (text: string) => text.replace('trim(fd.DISAB_CODE)', 'upper(fd.DISAB_CODE)')].map(
      async (edit) => unitsIn(await reviewOf(edit)),
    ),
  );
  const same = before?.map((unit, index) => {
    const other = after?.[index];
    return [unit.id, other !== undefined && contentKey(unit) === contentKey(other)];
  });
  expect(same).toEqual([
    ['SSD-0028', true],
    ['SSD-0029', false],
  ]);
});

test('a mapping that goes: one unit of the object, and rows that stay', async () => {
  const review = await reviewOf(() => null);
  expect(unitsIn(review).map(({ id, object, itemRef }) => [id, object, itemRef])).toEqual([
    ['SSD-0028', 'ssd_disability', ''],
  ]);
  const [target] = review.sql;
  expect(target?.migration.safety).toBe('needs care');
  const table = 'ssd_disability';
  expect(target?.migration.steps).toEqual([
    { class: 'load-removed', table, column: '' },
    { class: 'foreign-key-taken-off', table, column: 'disa_person_id' },
  ]);
  expect(target?.summary).toContain('-1 foreign key');
});
