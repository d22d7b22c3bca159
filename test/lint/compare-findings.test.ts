import fc from 'fast-check';
import { compareFindings } from '../../src/lint/compare-findings.js';
import { lint } from '../../src/lint/lint.js';
import type { Finding } from '../../src/specification/finding.js';
import type { DataItem, DataObject } from '../../src/specification/model.js';
import { CONTEXT, object, problem, relationship, specification } from './build.js';

const finding = (parts: Partial<Finding> = {}): Finding => ({
  rule: 'unknown-type',
  severity: 'error',
  file: 'spec/objects/ssd_person.yml',
  path: ['nodes', 0, 'fields', 1, 'type'],
  line: 12,
  column: 5,
  object: 'ssd_person',
  itemRef: 'PERS002A',
  message: '`nvarhcar` is no type',
  expected: 'nvarchar',
  value: 'nvarhcar',
  ...parts,
});

describe('two findings are one', () => {
  test.each<[string, Partial<Finding>]>([
    ['lines moved', { line: 99, column: 1, path: ['nodes', 0, 'fields', 7, 'type'] }],
    ['the file was renamed', { file: 'data/objects/people.yml' }],
    ['the object was renamed', { object: 'ssd_people' }],
    ['the sentence or the severity changed', { message: 'other', expected: 'other', severity: 'warning' }],
  ])('although %s', (_, parts) => {
    const moved = finding(parts);
    expect(compareFindings([finding()], [moved])).toEqual({ introduced: [], resolved: [], standing: [moved] });
  });

  test.each<[string, Partial<Finding>]>([
    ['rule', { rule: 'type-case' }],
    ['item', { itemRef: 'PERS003A' }],
    ['value', { value: 'nvarchra' }],
  ])('unless they differ in %s', (_, parts) => {
    const other = finding(parts);
    expect(compareFindings([finding()], [other])).toEqual({ introduced: [other], resolved: [finding()], standing: [] });
  });

  test('of an object without a ref by its name', () => {
    const missing = finding({ rule: 'primary-key-missing', itemRef: '', value: '' });
    expect(compareFindings([missing], [{ ...missing, line: 1 }]).introduced).toEqual([]);
    expect(compareFindings([missing], [{ ...missing, object: 'ssd_other' }]).introduced).toHaveLength(1);
  });

  test('a finding without a value has the empty one', () => {
    const { value: _, ...bare } = finding();
    expect(compareFindings([bare], [finding({ value: '' })]).standing).toHaveLength(1);
  });
});

test('equal findings are counted', () => {
  const [one, two, three] = [1, 2, 3].map((line) => finding({ line }));
  if (!one || !two || !three) throw new Error('three findings expected');
  expect(compareFindings([one], [two, three])).toEqual({ introduced: [three], resolved: [], standing: [two] });
  expect(compareFindings([one, two, three], [finding()]).resolved).toEqual([two, three]);
});

test('one unreadable file mended and another broken is never nothing', () => {
  const before = lint(specification({ problems: [problem({ file: 'spec/objects/a.yml' })] }), CONTEXT);
  const after = lint(specification({ problems: [problem({ file: 'spec/objects/b.yml' })] }), CONTEXT);
  const { introduced, resolved } = compareFindings(before, after);
  expect([introduced[0]?.file, resolved[0]?.file]).toEqual(['spec/objects/b.yml', 'spec/objects/a.yml']);
});

describe('properties', () => {
  const findings = fc.array(
    fc
      .record({
        rule: fc.constantFrom('a', 'b'),
        itemRef: fc.constantFrom('', 'R1', 'R2'),
        object: fc.constantFrom('o', 'p'),
        value: fc.constantFrom('', 'v'),
      })
      .map(finding),
  );

  test('nothing changes against itself, in any order', () => {
    fc.assert(
      fc.property(findings, (all) => {
        const { introduced, resolved, standing } = compareFindings([...all].reverse(), all);
        expect([introduced, resolved, standing]).toEqual([[], [], all]);
      }),
    );
  });

  test('every finding of both sides is accounted for, and turning round exchanges the lists', () => {
    fc.assert(
      fc.property(findings, findings, (base, head) => {
        const there = compareFindings(base, head);
        const back = compareFindings(head, base);
        expect(there.introduced.length + there.standing.length).toBe(head.length);
        expect(there.resolved.length + there.standing.length).toBe(base.length);
        expect(back.introduced).toHaveLength(there.resolved.length);
        expect(back.standing).toHaveLength(there.standing.length);
      }),
    );
  });
});

describe('a rename introduces nothing', () => {
  /** As wrong as an item can be without its name being at fault. */
  const WRONG: Partial<DataItem> = {
    description: 'nan',
    guidance: 'a\u202Eb reponse',
    type: 'NVARCHAR',
    size: 100,
    unique: true,
    constraints: ['pk'],
    foreignKey: 'ssd_person.pers_upn',
    codeSet: 'none',
    categories: [],
    returns: ['Loca;', 'CIN', 'CIN', 'CINcensus'],
    cms: ['liquid_logic'],
  };
  const base = [
    object('ssd_person', 'pers', [{ name: 'pers_upn' }]),
    object('ssd_address', 'addr', [{ ...WRONG, name: 'addr_a' }]),
  ];
  const rows = (objects: readonly DataObject[]) =>
    objects.flatMap(({ name, items }) =>
      items.flatMap((its) => (its.foreignKey ? [relationship(its.foreignKey, `${name}.${its.name}`)] : [])),
    );
  const findingsOf = (objects: readonly DataObject[]) =>
    lint(specification({ objects, relationships: rows(objects) }), CONTEXT);
  const renamed = (from: string, to: string) =>
    base.map((each) => ({
      ...each,
      items: each.items.map((its) => ({
        ...its,
        name: its.name === from ? to : its.name,
        foreignKey: its.foreignKey.replace(from, to),
      })),
    }));

  test.each([
    ['of the item itself', 'addr_a', 'addr_b'],
    ['of the target of its foreign key', 'pers_upn', 'pers_pupil_number'],
  ])('%s', (_, from, to) => {
    const before = findingsOf(base);
    const { introduced, resolved, standing } = compareFindings(before, findingsOf(renamed(from, to)));
    expect([introduced, resolved]).toEqual([[], []]);
    expect(standing.length).toBe(before.length);
    expect(new Set(before.map(({ rule }) => rule)).size).toBeGreaterThan(12);
  });
});
