/** Every class of what deployed tables need, each with the change that makes it; loads: test/approval/mapping-units. */

import type { TargetDiff } from '../../src/review.js';
import type { Specification } from '../../src/specification/model.js';
import { diffTargets } from '../../src/sql/diff-targets.js';
import type { Migration } from '../../src/sql/migration.js';
import { MIGRATION_CLASSES, type MigrationClass } from '../../src/sql/migration-class.js';
import { targetNamed } from '../../src/sql/targets.js';
import { address, config, object, person, specification, withItem, withItems } from './build.js';

const base = specification(person, address);

function onEclipse(from: Specification, to: Specification): TargetDiff {
  const options = { targets: [targetNamed('eclipse.postgres')], config, causes: () => [], hash: () => 'digest' };
  const [found] = diffTargets(from, to, options);
  if (!found) throw new Error('nothing is compared');
  return found;
}

const told = ({ safety, steps }: Migration) => [
  safety,
  ...steps.map(
    (step) => `${step.class} ${step.table}${step.column && `.${step.column}`}${step.was ? ` (${step.was})` : ''}`,
  ),
];

const sex = (parts: Parameters<typeof withItem>[2]) => specification(withItem(person, 'PERS002A', parts), address);
const plainAddress = object(
  'ssd_address',
  address.items.map((item) => ({ ...item, foreignKey: '' })),
);
const orphanAddress = object('ssd_address', address.items.slice(0, 1));

type Story = readonly [of: MigrationClass, from: Specification, to: Specification, safety: string, at: string];

const STORIES: readonly Story[] = [
  ['table-added', base, specification(person, address, object('ssd_new', [{ name: 'n' }])), 'safe', 'ssd_new'],
  ['table-retired', base, specification(person), 'needs care', 'ssd_address'],
  [
    'column-added',
    base,
    specification(person, withItems(address, { name: 'a', ref: 'ADDR009A' })),
    'safe',
    'ssd_address.a',
  ],
  [
    'required-column-added',
    base,
    specification(person, withItems(address, { name: 'a', ref: 'ADDR009A', required: true })),
    'needs care',
    'ssd_address.a',
  ],
  ['column-renamed', base, sex({ name: 'pers_gender' }), 'safe', 'ssd_person.pers_gender (ssd_person.pers_sex)'],
  ['widened', base, sex({ size: 40 }), 'safe', 'ssd_person.pers_sex'],
  [
    'widened',
    sex({ type: 'nvarchar', size: 40 }),
    sex({ type: 'nvarchar', size: 'max' }),
    'safe',
    'ssd_person.pers_sex',
  ],
  ['narrowed', sex({ size: 40 }), sex({ size: 39 }), 'needs care', 'ssd_person.pers_sex'],
  [
    'narrowed',
    sex({ type: 'nvarchar', size: 'max' }),
    sex({ type: 'nvarchar', size: 39 }),
    'needs care',
    'ssd_person.pers_sex',
  ],
  ['retyped', base, sex({ type: 'int', size: null }), 'needs care', 'ssd_person.pers_sex'],
  [
    'retyped',
    sex({ type: 'int', size: null }),
    sex({ type: 'nvarchar', size: 10 }),
    'needs care',
    'ssd_person.pers_sex',
  ],
  [
    'retyped-keeping-values',
    sex({ type: 'int', size: null }),
    sex({ type: 'nvarchar', size: 11 }),
    'safe',
    'ssd_person.pers_sex',
  ],
  ['retyped-keeping-values', base, sex({ type: 'nvarchar', size: 1 }), 'safe', 'ssd_person.pers_sex'],
  ['made-required', base, sex({ required: true }), 'needs care', 'ssd_person.pers_sex'],
  ['made-optional', sex({ required: true }), base, 'safe', 'ssd_person.pers_sex'],
  [
    'column-retired',
    base,
    specification(object('ssd_person', person.items.slice(0, 1)), address),
    'safe',
    'ssd_person.pers_sex',
  ],
  [
    'required-column-retired',
    sex({ required: true }),
    specification(object('ssd_person', person.items.slice(0, 1)), address),
    'needs care',
    'ssd_person.pers_sex',
  ],
  ['foreign-key-added', specification(person, plainAddress), base, 'needs care', 'ssd_address.addr_person_id'],
  ['foreign-key-removed', base, specification(person, plainAddress), 'needs care', 'ssd_address.addr_person_id'],
  [
    'index-added',
    base,
    specification(person, withItem(address, 'ADDR003A', { foreignKey: 'ssd_gone.x' })),
    'safe',
    'ssd_address.addr_start_date',
  ],
  ['index-removed', base, specification(person, orphanAddress), 'needs care', 'ssd_address.addr_person_id'],
  ['not-emitted', base, sex({ type: 'nvarhcar' }), 'refused', 'ssd_person.PERS002A'],
];

test.each(STORIES)('%s', (of, from, to, safety, at) => {
  const [found, ...steps] = told(onEclipse(from, to).migration);
  expect(found).toBe(safety);
  expect(steps).toContain(`${of} ${at}`);
});

test('a renamed table', () => {
  const options = { targets: [targetNamed('eclipse.postgres')], config, causes: () => [], hash: () => 'digest' };
  const renamedObjects = new Map([['ssd_addresses', 'ssd_address']]);
  const head = specification(person, object('ssd_addresses', address.items));
  const [found] = diffTargets(base, head, { ...options, renamedObjects });
  expect(told(found?.migration ?? { safety: 'none', steps: [] })).toEqual([
    'safe',
    'table-renamed ssd_addresses (ssd_address)',
  ]);
});

test('a column that moves, and another key', () => {
  const [, gender] = person.items;
  const slim = object('ssd_person', person.items.slice(0, 1));
  const moved = onEclipse(base, specification(slim, withItems(address, { ...gender, name: 'pers_sex' })));
  expect(told(moved.migration)).toEqual(['needs care', 'column-moved ssd_address.pers_sex (ssd_person.pers_sex)']);
  const rekeyed = onEclipse(base, specification(person, withItem(address, 'ADDR003A', { primaryKey: true })));
  expect(told(rekeyed.migration)).toContain('key-changed ssd_address');
});

test('the most careful step is the word for all of them', () => {
  const head = specification(withItem(person, 'PERS002A', { name: 'pers_gender', required: true }), address);
  expect(told(onEclipse(base, head).migration)).toEqual([
    'needs care',
    'column-renamed ssd_person.pers_gender (ssd_person.pers_sex)',
    'made-required ssd_person.pers_gender',
  ]);
});

test('what no script shows is told all the same, and needs no run', () => {
  const step = { class: 'code-set-shrinks', table: 'ssd_person', column: 'pers_sex' } as const;
  const options = { targets: [targetNamed('eclipse.postgres')], config, causes: () => [], hash: () => 'digest' };
  const [found] = diffTargets(base, base, { ...options, unseenSteps: [step] });
  expect(found).toMatchObject({ rerun: false, digest: '', migration: { safety: 'needs care', steps: [step] } });
});

test('order and comments need neither a run nor a hand', () => {
  const turned = { ...address, items: [...address.items].reverse() };
  expect(onEclipse(base, specification(person, turned))).toMatchObject({
    rerun: false,
    migration: { safety: 'none', steps: [] },
  });
  expect(onEclipse(base, sex({ size: 40 })).rerun).toBe(true);
});

test('every class is of one of these stories', () => {
  const elsewhere = [
    'table-renamed',
    'column-moved',
    'key-changed',
    'code-set-shrinks',
    'load-removed',
    'foreign-key-taken-off',
  ];
  const classes = [...new Set(STORIES.map(([of]) => of)), ...elsewhere];
  expect(classes.sort()).toEqual(Object.keys(MIGRATION_CLASSES).sort());
});
