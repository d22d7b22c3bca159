import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { SqlHunk, TargetDiff } from '../../src/review.js';
import type { Specification } from '../../src/specification/model.js';
import { diffLines } from '../../src/sql/diff-object.js';
import { type DiffOptions, diffTargets } from '../../src/sql/diff-targets.js';
import { TARGETS, targetNamed } from '../../src/sql/targets.js';
import { address, config, linesOf, object, person, render, specification, withItem, withItems } from './build.js';

const eclipse = targetNamed('eclipse.postgres');
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Causes by `object ref`, as a review knows them. */
function diff(
  base: Specification,
  head: Specification,
  known: Record<string, string[]> = {},
  more: Partial<DiffOptions> = {},
) {
  const causes = (name: string, ref: string) => known[`${name} ${ref}`.trim()] ?? [];
  return diffTargets(base, head, { targets: TARGETS, config, causes, hash, ...more });
}

function onEclipse(...args: Parameters<typeof diff>): TargetDiff {
  const found = diff(...args).find(({ target }) => target === eclipse.name);
  if (found === undefined) throw new Error('eclipse is not compared');
  return found;
}

const base = specification(person, address);
const hunksOf = ({ objects }: TargetDiff): SqlHunk[] => objects.flatMap(({ hunks }) => [...hunks]);

test('nothing changes: every target is there and says so', () => {
  expect(diff(base, structuredClone(base))).toEqual(
    TARGETS.map((target) => ({
      target: target.name,
      file: `sql/${target.name}.sql`,
      summary: 'no SQL change',
      rerun: false,
      migration: { safety: 'none', steps: [] },
      byHand: [],
      added: 0,
      removed: 0,
      objects: [],
      subjects: [],
      digest: '',
    })),
  );
});

test('texts and mappings cause no SQL', () => {
  const texts = { description: 'x', guidance: 'y', returns: ['CIN'], cms: ['eclipse'], cmsTable: ['eclipse:T'] };
  expect(onEclipse(base, specification(withItem(person, 'PERS002A', texts), address)).digest).toBe('');
});

test('a longer column: one hunk, two lines of context, its cause', () => {
  const head = specification(withItem(person, 'PERS002A', { size: 2 }), address);
  const changed = onEclipse(base, head, { 'ssd_person PERS002A': ['SSD-0028'] });
  expect(changed).toMatchObject({ summary: '1 table, 1 column widened', added: 1, removed: 1 });
  expect(changed.objects).toEqual([
    {
      object: 'ssd_person',
      hunks: [
        {
          oldStart: 3,
          newStart: 3,
          causes: ['SSD-0028'],
          lines: [
            ' CREATE TABLE IF NOT EXISTS ssd_person (',
            '   pers_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"PERS001A"}',
            '-  pers_sex char(1) NULL, -- metadata={"item_ref":"PERS002A"}',
            '+  pers_sex char(2) NULL, -- metadata={"item_ref":"PERS002A"}',
            '   CONSTRAINT pk_ssd_person PRIMARY KEY (pers_person_id)',
            ' );',
          ],
        },
      ],
    },
  ]);
});

describe('a renamed object', () => {
  const renamed = object('ssd_addresses', address.items);
  const told = { renamedObjects: new Map([['ssd_addresses', 'ssd_address']]) };

  test('is compared with itself under its old name', () => {
    const changed = onEclipse(base, specification(person, renamed), { ssd_addresses: ['SSD-0030'] }, told);
    expect(changed.objects.map((one) => one.object)).toEqual(['ssd_addresses']);
    expect(changed.summary).toBe('1 table, 1 table renamed');
    expect(hunksOf(changed).every(({ causes }) => causes.join() === 'SSD-0030')).toBe(true);
    expect(hunksOf(changed).flatMap(({ lines }) => lines)).toContain(
      '   addr_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"ADDR001A"}',
    );
  });

  test('is one table gone and one new when nobody says so', () => {
    expect(onEclipse(base, specification(person, renamed)).summary).toBe(
      '2 tables, 1 table added, 1 table removed, 3 columns moved to another table',
    );
  });
});

describe('causes', () => {
  test('an added item causes its column, its key and its index', () => {
    const visit = { name: 'addr_x_person_id', ref: 'ADDR008A', foreignKey: 'ssd_person.pers_person_id' };
    const changed = onEclipse(base, specification(person, withItems(address, visit)), {
      'ssd_address ADDR008A': ['SSD-0031'],
    });
    expect(hunksOf(changed).length).toBeGreaterThan(1);
    expect(hunksOf(changed).map(({ causes }) => causes)).toEqual(hunksOf(changed).map(() => ['SSD-0031']));
  });

  test('a changed parent is the cause in its children, even when only the parent is told to have changed', () => {
    const head = specification(withItem(person, 'PERS001A', { size: 10 }), address);
    const changedObjects = new Set(['ssd_person']);
    const changed = onEclipse(base, head, { 'ssd_person PERS001A': ['SSD-0032'] }, { changedObjects });
    expect(changed.objects.map((one) => one.object)).toEqual(['ssd_person', 'ssd_address']);
    expect(hunksOf(changed).every(({ causes }) => causes.join() === 'SSD-0032')).toBe(true);
    expect(
      hunksOf(changed)
        .flatMap(({ lines }) => lines)
        .join('\n'),
    ).toContain('differ in type or size');
  });

  test('a removed parent as well', () => {
    const changed = onEclipse(base, specification(address), {
      ssd_person: ['SSD-0033'],
      'ssd_person PERS001A': ['SSD-0033'],
    });
    expect(changed.objects.map((one) => one.object)).toEqual(['ssd_person', 'ssd_address']);
    expect(hunksOf(changed).flatMap(({ causes }) => causes)).toEqual(hunksOf(changed).map(() => 'SSD-0033'));
  });

  test('lines of which no item changed are the object\u2019s: its order', () => {
    const turned = { ...address, items: [...address.items].reverse() };
    const changed = onEclipse(base, specification(person, turned), { ssd_address: ['SSD-0034'] });
    expect(hunksOf(changed).map(({ causes }) => causes)).toEqual([['SSD-0034']]);
  });

  test('two changes in one hunk are both its causes, sorted and once', () => {
    const head = specification(withItem(withItem(person, 'PERS001A', { size: 9 }), 'PERS002A', { size: 9 }));
    const known = { 'ssd_person PERS001A': ['SSD-0036'], 'ssd_person PERS002A': ['SSD-0035', 'SSD-0036'] };
    expect(hunksOf(onEclipse(specification(person), head, known))[0]?.causes).toEqual(['SSD-0035', 'SSD-0036']);
  });

  test('without an identifier the refs stand for them', () => {
    const head = specification(withItem(person, 'PERS002A', { name: 'Pers_Sex' }), address);
    expect(hunksOf(onEclipse(base, head))[0]?.causes).toEqual(['PERS002A']);
  });
});

describe('what is compared', () => {
  const head = specification(withItem(person, 'PERS002A', { size: 2 }), withItem(address, 'ADDR003A', { type: 'int' }));

  test('only what is told to have changed, and who refers to it', () => {
    const seen = (...names: string[]) =>
      onEclipse(base, head, {}, { changedObjects: new Set(names) }).objects.map((one) => one.object);
    expect(seen()).toEqual([]);
    expect(seen('ssd_address')).toEqual(['ssd_address']);
    expect(seen('SSD_PERSON')).toEqual(['ssd_person']);
  });

  test('who refers to an item is compared when that item is another key than before', () => {
    const longer = specification(withItem(person, 'PERS001A', { size: 100 }), address);
    const { objects } = onEclipse(base, longer, {}, { changedObjects: new Set(['ssd_person']) });
    expect(objects.map((one) => one.object)).toEqual(['ssd_person', 'ssd_address']);
  });

  test('telling what changed gives the same as comparing all', () => {
    expect(diff(base, head, {}, { changedObjects: new Set(['ssd_person', 'ssd_address']) })).toEqual(diff(base, head));
  });

  test('two objects of one name are compared each with its own', () => {
    const twin = object('ssd_address', [{ name: 'twin' }]);
    expect(onEclipse(specification(address, twin), specification(address)).objects).toHaveLength(1);
    expect(onEclipse(specification(address), specification(address, twin)).summary).toContain('order or comments only');
  });
});

describe('the digest', () => {
  const head = specification(withItem(person, 'PERS002A', { size: 2 }), address);

  test('is bound to target and lines, not to identifiers given later', () => {
    const plain = diff(base, head).map(({ digest }) => digest);
    expect(plain.every((digest) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
    expect(new Set(plain).size).toBe(TARGETS.length);
    expect(diff(base, head, { 'ssd_person PERS002A': ['SSD-0040'] }).map(({ digest }) => digest)).toEqual(plain);
  });

  test('differs when the SQL differs', () => {
    const other = specification(withItem(person, 'PERS002A', { size: 3 }), address);
    expect(onEclipse(base, other).digest).not.toBe(onEclipse(base, head).digest);
  });

  test('does not move when another object grows', () => {
    const other = object('ssd_aaa', [{ name: 'aaa_x' }]);
    const before = specification(person, other, address);
    const after = specification(withItem(person, 'PERS002A', { size: 2 }), other, address);
    expect(onEclipse(before, after).digest).toBe(onEclipse(base, head).digest);
  });
});

/** What a reader of unified diffs does with a hunk. */
function apply(lines: readonly string[], hunks: readonly SqlHunk[]): string[] {
  const result = [...lines];
  for (const hunk of [...hunks].reverse()) {
    const old = hunk.lines.filter((line) => !line.startsWith('+'));
    const young = hunk.lines.filter((line) => !line.startsWith('-')).map((line) => line.slice(1));
    result.splice(Math.max(hunk.oldStart - 1, 0), old.length, ...young);
  }
  return result;
}

const parts = fc.record({
  name: fc.constantFrom('a', 'b', 'c', 'd_person_id', 'B', ''),
  ref: fc.constantFrom('AAAA001A', 'AAAA002A', 'AAAA003A', ''),
  size: fc.constantFrom(1, 48),
  primaryKey: fc.boolean(),
  foreignKey: fc.constantFrom('', 'ssd_person.pers_person_id', 'ssd_gone.x'),
});
const objects = fc.array(parts, { maxLength: 6 }).map((items) => object('ssd_any', items));

test('the hunks turn the base into the head, and every one has a cause', () => {
  fc.assert(
    fc.property(objects, objects, fc.constantFrom(...TARGETS), (before, after, { dialect }) => {
      const [old, young] = [render(dialect, before, person), render(dialect, after, person)];
      const hunks = diffLines(old.lines, young.lines, () => []);
      expect(apply(linesOf(old), hunks)).toEqual(linesOf(young));
      expect(hunks.filter(({ causes }) => causes.length === 0)).toEqual([]);
    }),
  );
});

test('the counts are those of the lines', () => {
  fc.assert(
    fc.property(objects, objects, (before, after) => {
      for (const target of diff(specification(person, before), specification(person, after))) {
        const lines = hunksOf(target).flatMap((hunk) => hunk.lines);
        expect(target.added).toBe(lines.filter((line) => line.startsWith('+')).length);
        expect(target.removed).toBe(lines.length - target.added - lines.filter((line) => line.startsWith(' ')).length);
        expect(target.digest === '').toBe(target.objects.length === 0);
      }
    }),
  );
});
