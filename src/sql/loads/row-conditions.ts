/** Conditions that follow from the specification itself: whoever has no row in ssd_person, and rows without a key. */
import type { DataItem, DataObject } from '../../specification/model.js';
import { type Catalogue, COHORT_ALIAS, COHORT_OBJECT } from '../catalogue.js';
import type { Condition, Expression } from '../expressions/expression.js';
import { asText } from '../expressions/harmonise.js';
import { text } from '../expressions/value-type.js';
import { planForeignKey } from '../plan-foreign-key.js';
import type { Remark } from '../statement.js';
import type { LoadColumn, RowCondition } from './load.js';
import { typeOf } from './plan-value.js';

/** Whose rows these are, as the mapping says it; null where it does not. */
export interface Persons {
  readonly object: DataObject;
  readonly person: Expression | null;
  readonly catalogue: Catalogue;
}

/** Neither a key nor what must not be null may be left out of an insert. */
export function isNeeded({ primaryKey, required }: DataItem): boolean {
  return primaryKey || required;
}

/** The person has a row in ssd_person, which the key of that table tells. */
export function isInExtract(person: Expression, key: DataItem): Condition {
  const { name: type, size } = typeOf(key);
  const isNumber = type === 'int' || type === 'float';
  const own = isNumber ? { name: type } : text(size ?? 'max');
  const cohort: Expression = { kind: 'column', alias: COHORT_ALIAS, name: key.name, ofSource: false, type: own };
  const asAlike = isNumber && (person.type.name === 'int' || person.type.name === 'float');
  const operands = asAlike ? ([cohort, person] as const) : ([asText(cohort), asText(person)] as const);
  return {
    kind: 'exists',
    query: {
      kind: 'select',
      distinct: false,
      outputs: [{ name: 'found', value: { kind: 'number', digits: '1', type: { name: 'int' } } }],
      from: { kind: 'own', table: COHORT_OBJECT, alias: COHORT_ALIAS },
      joins: [],
      where: { kind: 'compare', operator: '=', operands },
      groupBy: [],
      having: null,
      order: [],
      first: false,
    },
  };
}

/** An enforced key to a person who may be outside the extract: missing in that case, unless every row needs it. */
export function withinExtract(member: LoadColumn | Remark, persons: Persons): LoadColumn | Remark {
  const other = member.kind === 'load-column' ? otherPerson(member, persons) : null;
  if (member.kind !== 'load-column' || other === null || isNeeded(other.item)) return member;
  const { value, key } = other;
  const known: Expression = {
    kind: 'case',
    arms: [{ when: isInExtract(value, key), gives: value }],
    otherwise: null,
    type: value.type,
  };
  return { ...member, source: { kind: 'value', value: known } };
}

/** The same for keys that every row needs: rows of other persons are left out. */
export function extractConditions(columns: readonly LoadColumn[], persons: Persons): readonly RowCondition[] {
  return columns.flatMap((column) => {
    const other = otherPerson(column, persons);
    if (other === null || !isNeeded(other.item)) return [];
    return [{ condition: isInExtract(other.value, other.key), origins: column.origins }];
  });
}

/** The value of a column that is an enforced key to another person than the one whose rows these are. */
function otherPerson({ origins: [{ itemRef }], source }: LoadColumn, { object, person, catalogue }: Persons) {
  const item = object.items.find(({ ref }) => ref === itemRef);
  if (item === undefined || item.foreignKey === '' || source.kind !== 'value') return null;
  const key = planForeignKey(item, catalogue);
  const same = person === null ? [] : [person, asText(person)].map((value) => JSON.stringify(value));
  const isSame = same.includes(JSON.stringify(source.value));
  const { cohortKey } = catalogue;
  return key.kind === 'remark' || isSame || cohortKey === null ? null : { item, value: source.value, key: cohortKey };
}

/** A row without its key, or without what must not be null, cannot be inserted; it is left out, and not the whole load. */
export function keyConditions(object: DataObject, columns: readonly LoadColumn[]): readonly RowCondition[] {
  return columns.flatMap(({ origins, source }) => {
    const [{ itemRef }] = origins;
    const item = object.items.find(({ ref }) => ref === itemRef);
    if (item === undefined || !isNeeded(item) || source.kind !== 'value') return [];
    const operand = presentOperand(source.value);
    return operand === null ? [] : [{ condition: { kind: 'is-null', operand, negated: true }, origins }];
  });
}

/** What has to be there for the value to be there; null where it always is. */
function presentOperand(value: Expression): Expression | null {
  if (value.kind === 'text' || value.kind === 'number') return null;
  if (value.kind === 'call' && value.name === 'to_text') return value.args[0] ?? null;
  if (value.type.name !== 'text') return value;
  return { kind: 'call', name: 'blank_to_null', args: [value], type: value.type };
}
