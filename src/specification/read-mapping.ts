/** One mapping file: how a CMS fills one data object. */
import type {
  CodeList,
  ItemSource,
  JsonMember,
  MappedItem,
  Mapping,
  MappingJoin,
  MappingWindow,
  WindowRule,
} from './mapping.js';
import { readCodes, readFragmentParts } from './read-fragments.js';
import { readFree, textOf } from './read-free-sql.js';
import type { Report } from './read-object.js';
import { type Below, ShapeReader } from './shape-reader.js';
import type { YamlNode } from './yaml-tree.js';

/** The keys of a mapping file, in the order in which they are documented. */
const MAPPING_KEYS = [
  'not_held',
  'from',
  'joins',
  'where',
  'window',
  'in_cohort',
  'cohort',
  'one_per',
  'first_by',
  'distinct',
  'items',
  'sets',
  'codes',
  'parameters',
  'notes',
];

const WINDOW_RULES: readonly WindowRule[] = ['overlaps', 'started_or_open', 'ended_or_open'];

/** Takes a file `<cms>/<object>.yml`, gives its mapping. */
export function readMapping(file: string, root: YamlNode | null, report: Report): Mapping {
  const [cms = '', name = ''] = file.split('/').slice(-2);
  const shape = { file, path: [], of: 'a mapping', known: MAPPING_KEYS };
  const read = new ShapeReader(root, shape, report);
  return {
    file,
    path: [],
    cms,
    object: name.replace(/\.ya?ml$/i, ''),
    notHeld: read.text('not_held'),
    from: read.sql('from'),
    joins: read.list('joins').flatMap((entry) => readJoin(entry, report)),
    where: read.sqlList('where'),
    window: readWindow(read, report),
    inCohort: read.sql('in_cohort'),
    cohort: read.entries('cohort').map((entry) => ({ name: entry.key, condition: textOf(entry, report) })),
    onePer: read.sql('one_per'),
    firstBy: read.sql('first_by'),
    distinct: read.flag('distinct'),
    items: read.entries('items').flatMap((entry) => readItem(entry, report)),
    ...readFragmentParts(read, report),
    notes: read.sqlList('notes').map(({ text }) => text),
  };
}

function readJoin(entry: Below, report: Report): MappingJoin[] {
  const { file, path } = entry;
  const shape = { file, path, of: 'a join', known: ['left', 'inner', 'on', 'first_by'] };
  const read = new ShapeReader(entry.node, shape, report);
  const kind = read.has('inner') ? 'inner' : 'left';
  if (read.has('inner') && read.has('left')) {
    const message = 'a join has both `left` and `inner`';
    report({ code: 'wrong-shape', path, message, expected: 'one of them', severity: 'error' });
  }
  const [table, on] = [read.requiredSql(kind), read.requiredSql('on')];
  if (table.text === '' || on.text === '') return [];
  return [{ file, path, kind, table, on, firstBy: read.sql('first_by') }];
}

function readWindow(outer: ShapeReader, report: Report): MappingWindow | null {
  const node = outer.node('window');
  if (node === null) return null;
  const spot = outer.spot('window');
  const read = new ShapeReader(node, { ...spot, of: 'a window', known: ['rule', 'start', 'end'] }, report);
  const rule = read.word('rule', WINDOW_RULES);
  const [start, end] = [read.requiredSql('start'), read.requiredSql('end')];
  return rule === null ? null : { ...spot, rule, start, end };
}

function readItem(entry: Below, report: Report): MappedItem[] {
  const source = entry.node.kind === 'scalar' ? plainSource(entry, report) : formedSource(entry, report);
  return source === null ? [] : [{ file: entry.file, path: entry.path, ref: entry.key, source }];
}

function plainSource(entry: Below, report: Report): ItemSource | null {
  const value = textOf(entry, report);
  if (value.text !== '') return { kind: 'expression', value };
  const message = `\`${entry.key}\` has no value`;
  const expected = 'an expression, or `{not_held: the reason}`';
  report({ code: 'wrong-shape', path: entry.path, message, expected, severity: 'error' });
  return null;
}

const FORMS: readonly (readonly [key: string, known: readonly string[]])[] = [
  ['map', ['map', 'codes', 'default', 'when_null']],
  ['json', ['json']],
  ['not_held', ['not_held']],
  ['sql', ['sql', 'type', 'why']],
];

function formedSource({ file, path, key, node }: Below, report: Report): ItemSource | null {
  const [form, known] =
    FORMS.find(([name]) => node.kind === 'map' && node.entries.some((one) => one.key === name)) ?? [];
  if (form === undefined || known === undefined) {
    const expected = `an expression, or a block with ${FORMS.map(([name]) => `\`${name}\``).join(', ')}`;
    report({ code: 'wrong-shape', path, message: `\`${key}\` has no source`, expected, severity: 'error' });
    return null;
  }
  const read = new ShapeReader(node, { file, path, of: `\`${key}\``, known }, report);
  if (form === 'not_held') return { kind: 'not-held', reason: read.text('not_held') };
  if (form === 'json')
    return { kind: 'json', members: read.entries('json').flatMap((entry) => readMember(entry, report)) };
  if (form === 'sql') return { kind: 'free', sql: readFree(read, report), type: read.required('type') };
  return { kind: 'map', value: read.requiredSql('map'), codes: mapCodes(read, report), ...mapDefaults(read) };
}

function mapCodes(read: ShapeReader, report: Report): string | CodeList {
  const node = read.node('codes');
  if (node === null || node.kind === 'scalar') return read.required('codes');
  return readCodes({ ...read.spot('codes'), key: 'codes', node }, report);
}

function mapDefaults(read: ShapeReader): { otherwise: string | null; whenNull: string | null } {
  const value = (key: string) => (read.has(key) ? read.text(key) : null);
  return { otherwise: value('default'), whenNull: value('when_null') };
}

function readMember(entry: Below, report: Report): JsonMember[] {
  const { file, path, key, node } = entry;
  if (node.kind === 'scalar') {
    return [{ file, path, key, kind: 'text', value: textOf(entry, report), max: null }];
  }
  const read = new ShapeReader(node, { file, path, of: `\`${key}\``, known: ['number', 'text', 'max'] }, report);
  const kind = read.has('number') ? 'number' : 'text';
  return [{ file, path, key, kind, value: read.requiredSql(kind), max: read.count('max') }];
}
