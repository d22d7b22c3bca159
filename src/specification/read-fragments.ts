/** `_fragments.yml` and `_sources.yml` of a CMS: what its mappings use by name. */
import type { CodeList, Fragments, NamedSet, Parameter, Sources } from './mapping.js';
import { readFree } from './read-free-sql.js';
import type { Report } from './read-object.js';
import { type Below, ShapeReader } from './shape-reader.js';
import { isNull, type YamlNode } from './yaml-tree.js';

/** Takes `_fragments.yml`, gives its sets, code lists and parameters. */
export function readFragments(file: string, root: YamlNode | null, report: Report): Fragments {
  const shape = { file, path: [], of: 'a file of fragments', known: ['sets', 'codes', 'parameters', 'notes'] };
  return readFragmentParts(new ShapeReader(root, shape, report), report);
}

/** The same three keys, which a mapping can have for itself. */
export function readFragmentParts(read: ShapeReader, report: Report): Fragments {
  const codes = read.entries('codes').map((entry) => [entry.key, readCodes(entry, report)] as const);
  return {
    sets: read.entries('sets').flatMap((entry) => readSet(entry, report)),
    codes: Object.fromEntries(codes),
    parameters: read.entries('parameters').map((entry) => readParameter(entry, report)),
  };
}

function readSet(entry: Below, report: Report): NamedSet[] {
  const { file, path, key, node } = entry;
  if (node.kind === 'scalar')
    return [{ file, path, name: key, query: { file, path, text: node.text.trim() }, columns: {} }];
  const read = new ShapeReader(
    node,
    { file, path, of: `the set \`${key}\``, known: ['sql', 'columns', 'why'] },
    report,
  );
  return [{ file, path, name: key, query: readFree(read, report), columns: read.texts('columns') }];
}

/** A list of codes, or a map from the CMS's codes to the standard's. */
export function readCodes({ file, path, key, node }: Below, report: Report): CodeList {
  const wrong = (below: readonly (string | number)[]) => {
    const message = `\`${key}\` has an entry that is no code`;
    report({ code: 'wrong-shape', path: [...path, ...below], message, expected: 'a text', severity: 'error' });
    return [];
  };
  const code = (name: string, value: YamlNode, below: string | number) =>
    value.kind === 'scalar' && !isNull(value) ? [[name, value.text] as const] : wrong([below]);
  const entries =
    node.kind === 'list'
      ? node.items.flatMap((item, index) => code(item.kind === 'scalar' ? item.text : '', item, index))
      : node.kind === 'map'
        ? node.entries.flatMap((entry) => code(entry.key, entry.value, entry.key))
        : wrong([]);
  return { file, path, codes: Object.fromEntries(entries) };
}

function readParameter({ file, path, key, node }: Below, report: Report): Parameter {
  const shape = { file, path, of: `the parameter \`${key}\``, known: ['default', 'means'] };
  const read = new ShapeReader(node, shape, report);
  return { file, path, name: key, value: parameterValue(read), means: read.required('means') };
}

function parameterValue(read: ShapeReader): Parameter['value'] {
  const node = read.node('default');
  if (node === null) return null;
  return node.kind === 'list'
    ? read.sqlList('default').map(({ text }) => numberOr(text))
    : numberOr(read.text('default'));
}

/** Ids of a CMS are whole numbers; anything else is a text. */
function numberOr(text: string): string | number {
  return /^-?(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
}

/** Takes `_sources.yml`, gives the tables of the CMS. */
export function readSources(file: string, root: YamlNode | null, report: Report): Sources {
  const read = new ShapeReader(
    root,
    { file, path: [], of: 'a file of sources', known: ['schema', 'tables', 'notes'] },
    report,
  );
  const tables = read.entries('tables').map((entry) => {
    const shape = { file, path: ['tables'], of: 'the tables' };
    return [entry.key, new ShapeReader(read.node('tables'), shape, report).texts(entry.key)] as const;
  });
  return { file, path: [], schema: read.texts('schema'), tables: Object.fromEntries(tables) };
}
