/** A data object and its mapping -> the load of its table, or why there is none. */
import type { CmsMappings, Mapping, MappingWindow } from '../../specification/mapping.js';
import type { DataItem, DataObject } from '../../specification/model.js';
import { type Catalogue, COHORT_OBJECT } from '../catalogue.js';
import type { Condition, Expression, Join } from '../expressions/expression.js';
import { MappingFault } from '../expressions/fault.js';
import { namesOf } from '../expressions/names.js';
import type { Parse } from '../expressions/parser.js';
import { totalOrder } from '../expressions/read-query.js';
import { readOrderTerms, readTest, readValue, readValues, type Setting, setReader } from '../expressions/read-text.js';
import type { InScope, Scope } from '../expressions/scope.js';
import { DATETIME } from '../expressions/value-type.js';
import { itemOrigin, type Origin, objectOrigin, type Remark } from '../statement.js';
import type { Load, LoadColumn } from './load.js';
import { planValue, typeOf } from './plan-value.js';
import { readTables } from './read-tables.js';
import { remembered } from './remembered-plans.js';
import { extractConditions, isInExtract, isNeeded, keyConditions, withinExtract } from './row-conditions.js';
import { keyToGuard } from './unique-key.js';

/** The CMS that tables are filled from, and the parser of its mappings. */
export interface Loading {
  readonly cms: CmsMappings;
  readonly parse: Parse;
}

/** What is known around an object. */
export interface LoadContext extends Loading {
  readonly catalogue: Catalogue;
}

/** Takes an object, gives its load, or a remark that says why there is none; never throws for a faulty mapping. */
export function planLoad(object: DataObject, context: LoadContext): Load | Remark {
  const mapping = context.cms.mappings.find((one) => one.object === object.name);
  if (mapping === undefined) return remark(object, `not loaded: ${object.name} is not mapped to ${context.cms.cms}`);
  if (mapping.notHeld !== '')
    return remark(object, `not loaded: ${context.cms.cms} does not hold it, ${mapping.notHeld}`);
  return remembered(mapping, { object, context }, () => planMapped(object, mapping, context));
}

function planMapped(object: DataObject, mapping: Mapping, context: LoadContext): Load | Remark {
  try {
    return loadOf(object, mapping, context);
  } catch (error) {
    if (!(error instanceof MappingFault)) throw error;
    const { file, path, message, expected } = error;
    const origin: Origin = { ...objectOrigin(object), file, path };
    return { ...remark(object, `not loaded: ${message}. Expected ${expected}`), origins: [origin], problem: true };
  }
}

function loadOf(object: DataObject, mapping: Mapping, context: LoadContext): Load | Remark {
  const setting: Setting = { names: namesOf(context.cms, mapping, setReader(context.parse)), parse: context.parse };
  const tables = readTables(mapping, setting);
  const around = { ...setting, scope: tables.scope };
  const person = mapping.inCohort === null ? null : readValue(mapping.inCohort, around);
  const planned = object.items.map((item) => planMember(item, mapping, around));
  const members = planned.map((member) => withinExtract(member, { object, person, catalogue: context.catalogue }));
  const columns = members.filter((member) => member.kind === 'load-column');
  const lost = object.items.find(
    (item) => isNeeded(item) && !columns.some(({ origins: [{ itemRef }] }) => itemRef === item.ref),
  );
  if (lost !== undefined)
    return remark(object, `not loaded: ${context.cms.cms} does not hold ${lost.name}, which every row needs`);
  const onePer = mapping.onePer === null ? [] : readValues(mapping.onePer, around);
  const guard = mapping.distinct ? [] : keyToGuard(keyOf(object, columns), { ...tables, onePer });
  const order = mapping.firstBy === null ? [] : readOrderTerms(mapping.firstBy, around);
  return {
    kind: 'load',
    element: 'insert_data',
    origins: [objectOrigin(object), ...columns.flatMap(({ origins }) => origins)],
    table: object.name,
    members,
    from: tables.first?.relation ?? null,
    joins: withTies(tables.joins, tables.all, columns),
    where: [
      ...[
        ...conditionsOf(mapping, around),
        ...(person === null ? [] : [isInExtract(person, personKey(mapping, context))]),
      ].map((condition) => ({ condition, origins: [] })),
      ...extractConditions(columns, { object, person, catalogue: context.catalogue }),
      ...keyConditions(object, columns),
    ],
    onePer,
    order: onePer.length + guard.length === 0 ? [] : totalOrder(order, columns.flatMap(valuesOf), tables.all),
    guard,
    distinct: mapping.distinct,
    sets: setting.names.used,
  };
}

/** The columns that make the primary key. */
function keyOf({ items }: DataObject, columns: readonly LoadColumn[]): readonly LoadColumn[] {
  const keys = new Set(items.filter(({ primaryKey }) => primaryKey).map(({ ref }) => ref));
  return columns.filter(({ origins: [{ itemRef }] }) => keys.has(itemRef));
}

function personKey({ inCohort }: Mapping, { catalogue }: LoadContext): DataItem {
  if (catalogue.cohortKey !== null) return catalogue.cohortKey;
  const said = { code: 'mapping-expression', message: `${COHORT_OBJECT} has no single key to look persons up by` };
  throw new MappingFault(inCohort ?? { file: '', path: [] }, { ...said, expected: 'one primary key' });
}

/** The first of several rows is the same in every database: what the load reads of the table decides among equals. */
function withTies(joins: readonly Join[], tables: readonly InScope[], columns: readonly LoadColumn[]): readonly Join[] {
  return joins.map((join) => {
    if (join.first.length === 0) return join;
    const own = tables.filter(({ relation }) => relation.alias === join.relation.alias);
    return { ...join, first: totalOrder(join.first, columns.flatMap(valuesOf), own) };
  });
}

function valuesOf({ source }: LoadColumn): readonly { name: string; value: Expression }[] {
  const values = source.kind === 'value' ? [source.value] : source.parts.map(({ value }) => value);
  return values.map((value) => ({ name: '', value }));
}

function planMember(
  item: DataItem,
  mapping: Mapping,
  around: Setting & { readonly scope: Scope },
): LoadColumn | Remark {
  const origins: LoadColumn['origins'] = [itemOrigin(item)];
  const none = (why: string): Remark => ({
    kind: 'remark',
    element: 'insert_data',
    origins,
    text: `${item.name} ${why}`,
    problem: false,
  });
  const mapped = mapping.items.find(({ ref }) => ref === item.ref);
  if (mapped === undefined) return none('is not mapped');
  const source = planValue(mapped, item, around);
  if (source === null) return none(`is not held: ${mapped.source.kind === 'not-held' ? mapped.source.reason : ''}`);
  return { kind: 'load-column', origins, name: item.name, type: typeOf(item), source };
}

function conditionsOf(mapping: Mapping, around: Setting & { readonly scope: Scope }): readonly Condition[] {
  const { where, window, cohort } = mapping;
  const branches = cohort.map(({ condition }) => readTest(condition, around));
  return [
    ...where.map((condition) => readTest(condition, around)),
    ...(window === null ? [] : [windowCondition(window, around)]),
    ...(branches.length === 0 ? [] : [{ kind: 'or' as const, conditions: branches }]),
  ];
}

/** An open record has no end; one that only started counts by its start. */
function windowCondition({ rule, start, end }: MappingWindow, around: Setting & { readonly scope: Scope }): Condition {
  const [from, to] = [readValue(start, around), readValue(end, around)];
  const anchor = (name: 'window_start' | 'today'): Expression => ({ kind: 'call', name, args: [], type: DATETIME });
  const since = (value: Expression): Condition => ({
    kind: 'compare',
    operator: '>=',
    operands: [value, anchor('window_start')],
  });
  const isOpen: Condition = { kind: 'is-null', operand: to, negated: false };
  if (rule === 'started_or_open') return { kind: 'or', conditions: [since(from), isOpen] };
  const notOver: Condition = { kind: 'or', conditions: [since(to), isOpen] };
  if (rule === 'ended_or_open') return notOver;
  const tomorrow: Expression = { kind: 'call', name: 'day_after', args: [anchor('today')], type: DATETIME };
  const begun: Condition = { kind: 'compare', operator: '<', operands: [from, tomorrow] };
  return { kind: 'and', conditions: [begun, notOver] };
}

function remark(object: DataObject, words: string): Remark {
  return { kind: 'remark', element: 'insert_data', origins: [objectOrigin(object)], text: words, problem: false };
}
