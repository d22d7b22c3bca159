import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/rules.js';
import { CONTEXT, codeSet, findingsOf, item, object, problem, specification } from './build.js';

describe('the table of rules', () => {
  const ids = RULES.map(({ id }) => id);

  test('has kebab-case ids, each once', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s says what it checks and why', (_, rule) => {
    expect(['error', 'warning', 'info']).toContain(rule.severity);
    expect(rule.checks.length).toBeGreaterThan(5);
    expect(rule.why.length).toBeGreaterThan(5);
    for (const sentence of [rule.checks, rule.why]) expect(sentence).not.toMatch(/\n|\.$/);
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s finds nothing in nothing', (_, rule) => {
    expect(findingsOf({}, rule.id)).toEqual([]);
  });
});

describe('lint', () => {
  const person = object('ssd_person', 'pers', [{ name: 'pers_sex' }]);
  const address = object('ssd_address', 'addr', [{ name: 'addr_person_id', foreignKey: 'ssd_person.pers_person_id' }]);

  test('finds nothing in a sound specification', () => {
    expect(findingsOf({ objects: [person, address], codeSets: [] })).toEqual([]);
  });

  test('gives a finding all of its properties', () => {
    const [finding] = findingsOf({ objects: [object('ssd_person', 'pers', [{ name: 'pers_sex', type: 'nvarhcar' }])] });
    expect(finding).toEqual({
      rule: 'unknown-type',
      severity: 'error',
      file: 'spec/objects/ssd_person.yml',
      path: ['nodes', 0, 'fields', 1, 'type'],
      line: null,
      column: null,
      object: 'ssd_person',
      itemRef: 'PERS002A',
      value: 'nvarhcar',
      message: '`nvarhcar` is no type',
      expected: 'nvarchar',
    });
  });

  test('orders by file, place in the file and rule, whatever the order of the objects', () => {
    const broken = { name: 'no name', type: 'odd', returns: [] };
    const many = Array.from({ length: 12 }, () => broken).map((parts, n) => ({ ...parts, name: `no name ${n}` }));
    const objects = [object('ssd_b', 'bbbb', many), object('ssd_a', 'aaaa', many)];
    const findings = findingsOf({ objects });
    expect(findingsOf({ objects: [...objects].reverse() })).toEqual(findings);
    const places = findings.map(({ file, path }) => `${file} ${path.map((step) => String(step).padStart(3, '0'))}`);
    expect([...places].sort()).toEqual(places);
  });

  test('is plain data: it survives JSON', () => {
    const findings = findingsOf({ objects: [object('ssd_person', 'pers', [{ name: '', type: '' }])] });
    expect(findings.length).toBeGreaterThan(1);
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
  });

  test('finds the same in each of very many items', () => {
    const items = Array.from({ length: 20 }, () => ({
      description: '',
      foreignKey: 'ssd_no.thing',
      returns: ['Loca;'],
    }));
    const objects = Array.from({ length: 400 }, (_, n) => {
      const prefix = `p${String(n).padStart(3, '0')}`;
      return object(`ssd_${prefix}`, prefix, items);
    });
    expect(findingsOf({ objects })).toHaveLength(400 * 20 * 3);
  });
});

describe('places that could not be read', () => {
  test('are findings under their code, with the line that the reader gave', () => {
    const found = findingsOf({ problems: [problem({ line: 7, column: 3 })] });
    expect(found).toMatchObject([{ rule: 'unparseable-file', severity: 'error', line: 7, column: 3 }]);
  });

  test('keep their severity', () => {
    expect(findingsOf({ problems: [problem({ code: 'unknown-key', severity: 'warning' })] })).toMatchObject([
      { rule: 'unknown-key', severity: 'warning' },
    ]);
  });

  test('are told under a code that has no row as well', () => {
    expect(findingsOf({ problems: [problem({ code: 'brand-new' })] })).toMatchObject([
      { rule: 'brand-new', severity: 'error', line: null },
    ]);
  });

  test('make nothing that refers to them an error', () => {
    const address = object('ssd_address', 'addr', [
      { name: 'addr_person_id', foreignKey: 'ssd_person.pers_person_id', codeSet: 'address_type' },
    ]);
    const problems = [problem(), problem({ file: 'spec/categories/address_type.yml' })];
    const rules = findingsOf({ objects: [address], problems }).map(({ rule }) => rule);
    expect(rules).toEqual(['unparseable-file', 'unparseable-file']);
  });

  test('in a file that was read but for one place, too', () => {
    const person = object('ssd_person', 'pers');
    const address = object('ssd_address', 'addr', [{ foreignKey: 'ssd_person.pers_sex' }]);
    const lost = problem({ code: 'wrong-shape', path: ['nodes', 0, 'fields', 3] });
    expect(findingsOf({ objects: [person, address], problems: [lost] }, 'foreign-key-dangling')).toEqual([]);
  });
});

describe('files', () => {
  test('hold the object of their name', () => {
    const moved = { ...object('ssd_person', 'pers'), file: 'spec/objects/person.yml' };
    expect(findingsOf({ objects: [moved] })).toMatchObject([
      { rule: 'object-file-name', severity: 'warning', expected: 'the object in ssd_person.yml' },
    ]);
  });

  test('do not hold one object twice', () => {
    const person = object('ssd_person', 'pers');
    const again = { ...object('ssd_person', 'prsn'), file: 'spec/objects/again/ssd_person.yml' };
    expect(findingsOf({ objects: [person, again] }, 'object-duplicate')).toMatchObject([
      { severity: 'error', file: again.file, message: expect.stringContaining(person.file) },
    ]);
  });

  test('of code sets end in .yml, also when they cannot be read', () => {
    const file = 'spec/categories/placement_type';
    const found = findingsOf({
      codeSets: [codeSet('sex', ['F'], { file: 'spec/categories/sex' })],
      problems: [problem({ file })],
    });
    const files = found.filter(({ rule }) => rule === 'code-set-file-extension').map((finding) => finding.file);
    expect(files).toEqual([file, 'spec/categories/sex']);
  });
});

test('lint reads the specification only', () => {
  const frozen = specification({
    objects: [Object.freeze(object('ssd_person', 'pers', [Object.freeze(item({ ref: 'PERS002A', name: 'x y' }))]))],
  });
  expect(lint(Object.freeze(frozen), CONTEXT).length).toBeGreaterThan(0);
});
