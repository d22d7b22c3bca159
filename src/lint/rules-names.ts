/** Rules on the names of items and objects, which become names of columns and tables. */
import type { DataItem, DataObject } from '../specification/model.js';
import { prefixOf, type SpecificationIndex, stemOf } from './index-specification.js';
import { misspellings } from './misspellings.js';
import { RESERVED_WORDS } from './reserved-words.js';
import { atItem, atObject, type Fault, type Rule } from './rule.js';
import { codePoint, HIDDEN_CHARACTER, shown } from './shown.js';

/** PostgreSQL cuts identifiers after 63 bytes; SQL Server and Oracle 12.2 allow 128. */
const MAX_BYTES = 63;
/** What Oracle took before 12.2. */
const OLD_ORACLE_BYTES = 30;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

export const NAME_RULES: readonly Rule[] = [
  {
    id: 'name-invalid',
    alone: true,
    severity: 'error',
    checks: 'a name is letters, digits and underscores of ASCII, at most 63 bytes',
    why: 'it becomes a column or a table on every database',
    *run(index) {
      for (const named of everyName(index)) {
        const wrong = troubleOf(named.name);
        if (wrong === '') continue;
        const expected = `letters a to z, digits and underscores, at most ${MAX_BYTES}, beginning with a letter`;
        yield ofName(named, { value: named.name, message: `the name ${shown(named.name)} ${wrong}`, expected });
      }
    },
  },
  {
    id: 'name-reserved',
    alone: true,
    severity: 'warning',
    checks: 'a name is no reserved word of SQL',
    why: 'every script that does not quote it fails',
    *run(index) {
      for (const named of everyName(index)) {
        if (!RESERVED_WORDS.has(named.name.toLowerCase())) continue;
        const message = `the name ${shown(named.name)} is a reserved word of SQL`;
        yield ofName(named, { value: named.name, message, expected: 'a name with the prefix of its object' });
      }
    },
  },
  {
    id: 'name-duplicate',
    alone: true,
    severity: 'error',
    checks: 'no two items of an object have one name, letter case ignored',
    why: 'the two columns collide in the table',
    *run({ specification }) {
      for (const object of specification.objects) yield* duplicates(object);
    },
  },
  {
    id: 'name-prefix',
    alone: true,
    severity: 'info',
    checks: 'a name begins with the prefix of its ref',
    why: 'the prefix tells the object of a column wherever it is read',
    *run({ items }) {
      for (const item of items) {
        if (item.ref === '' || stemOf(item) !== null) continue;
        const message = `${shown(item.name)} does not begin with ${shown(`${prefixOf(item)}_`)}`;
        yield atItem(item, 'name', { message, expected: `${prefixOf(item)}_...` });
      }
    },
  },
  {
    id: 'name-long-for-oracle',
    alone: true,
    severity: 'info',
    checks: `a name has ${OLD_ORACLE_BYTES} bytes at most`,
    why: 'Oracle before 12.2 refuses the table or column',
    *run(index) {
      for (const named of everyName(index)) {
        const { length } = named.name;
        if (length <= OLD_ORACLE_BYTES || troubleOf(named.name) !== '') continue;
        const message = `the name ${shown(named.name)} has ${length} bytes, too many for Oracle before 12.2`;
        yield ofName(named, { value: named.name, message, expected: `at most ${OLD_ORACLE_BYTES} bytes` });
      }
    },
  },
  {
    id: 'name-misspelt',
    alone: true,
    severity: 'warning',
    checks: 'no known misspelling in a name',
    why: 'a published name is hard to mend later',
    *run({ items }) {
      for (const item of items) {
        for (const { found, right } of misspellings(item.name)) {
          const message = `${shown(found)} in ${shown(item.name)} is misspelt`;
          yield atItem(item, 'name', { value: found, message, expected: item.name.replace(found, right) });
        }
      }
    },
  },
];

function everyName({ specification, items }: SpecificationIndex): readonly (DataItem | DataObject)[] {
  return [...specification.objects, ...items];
}

function ofName(named: DataItem | DataObject, said: { value: string; message: string; expected: string }): Fault {
  return 'ref' in named ? atItem(named, 'name', said) : atObject(named, 'name', said);
}

function troubleOf(name: string): string {
  if (name === '') return 'is empty';
  if (IDENTIFIER.test(name)) return name.length > MAX_BYTES ? `has ${name.length} bytes` : '';
  const hidden = HIDDEN_CHARACTER.exec(name);
  if (hidden) return `holds the invisible character ${codePoint(hidden[0])}`;
  const odd = [...name].find((character) => !/[A-Za-z0-9_]/.test(character));
  return odd === undefined ? 'begins with a digit' : `holds the character ${oddOne(odd)}`;
}

function oddOne(character: string): string {
  if (/\s/.test(character)) return `${codePoint(character)} (white space)`;
  return character > '~' ? `${character} (${codePoint(character)})` : shown(character);
}

function* duplicates(object: DataObject): Generator<Fault> {
  const seen = new Map<string, string>();
  for (const item of object.items) {
    const name = item.name.toLowerCase();
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, item.name);
      continue;
    }
    const how = first === item.name ? 'stands twice in' : `differs only in letter case from ${shown(first)} of`;
    const message = `${shown(item.name)} ${how} ${shown(object.name)}`;
    yield atItem(item, 'name', { value: name, message, expected: 'a name that no other item of the object has' });
  }
}
