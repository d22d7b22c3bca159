/** The pattern of each change: changes with one pattern are shown, and mostly decided, as one. */
import type { Change, Value } from './change.js';
import type { ChangeKind } from './change-kinds.js';
import { textPattern } from './text-pattern.js';

/** What makes changes one group. */
export interface Pattern {
  readonly key: string;
  /** What the members have in common, after "14 items: ". */
  readonly title: string;
}

/** Facts about the whole comparison that a pattern can depend on. */
export interface PatternContext {
  readonly addedObjects: ReadonlySet<string>;
  readonly removedObjects: ReadonlySet<string>;
  /** `object.item` as it was, to the ref of the item that is renamed. */
  readonly renames: ReadonlyMap<string, { readonly to: string; readonly itemRef: string }>;
}

type PatternOf = (change: Change, context: PatternContext) => Pattern | null;

const pattern = (key: string, title: string): Pattern => ({ key, title });

/** One row a kind; a kind without a row has no patterns of its own. */
const PATTERNS: Partial<Record<ChangeKind, PatternOf>> = {
  'object-added': (change) => pattern(`object-added ${change.object}`, `${change.object} is new, with its items`),
  'object-removed': (change) =>
    pattern(`object-removed ${change.object}`, `${change.object} is removed, with its items`),
  'item-added': ({ object }, { addedObjects }) =>
    addedObjects.has(object) ? pattern(`object-added ${object}`, `${object} is new, with its items`) : null,
  'item-removed': ({ object }, { removedObjects }) =>
    removedObjects.has(object) ? pattern(`object-removed ${object}`, `${object} is removed, with its items`) : null,
  'item-renamed': (change) => renamePattern(change.itemRef, `${change.object}.${change.name}`),
  'item-foreign-key-changed': foreignKeyPattern,
  'item-type-changed': step('type'),
  'item-size-changed': step('size'),
  'item-primary-key-changed': step('primary key'),
  'item-validators-changed': (change) => pattern(`${change.part} ${arrow(change)}`, `${change.part}: ${arrow(change)}`),
  'item-code-set-changed': step('code set'),
  'item-constraints-changed': listPattern,
  'item-cms-changed': listPattern,
  'item-cms-field-changed': listPattern,
  'item-cms-table-changed': listPattern,
  'item-mapping-changed': listPattern,
  'object-mapping-changed': listPattern,
  'item-returns-changed': listPattern,
  'item-categories-changed': listPattern,
  'item-description-changed': textChangePattern,
  'item-guidance-changed': textChangePattern,
  'item-metadata-changed': () => pattern('metadata', 'metadata edited'),
  'code-set-value-added': (change) => pattern(`added ${change.name}`, `codes added to ${change.name}`),
  'code-set-value-removed': (change) => pattern(`removed ${change.name}`, `codes removed from ${change.name}`),
  'code-set-value-redefined': (change) => pattern(`redefined ${change.name}`, `codes of ${change.name} described anew`),
};

/** The pattern of a change, or null when it stands alone. */
export function patternOf(change: Change, context: PatternContext): Pattern | null {
  const row = PATTERNS[change.kind];
  const found = row ? row(change, context) : null;
  return found && { ...found, key: `${change.class} ${found.key}` };
}

function renamePattern(itemRef: string, name: string): Pattern {
  return pattern(`rename ${itemRef}`, `${name} is renamed, and what refers to it follows`);
}

function foreignKeyPattern(change: Change, { renames }: PatternContext): Pattern {
  const rename = typeof change.before === 'string' ? renames.get(change.before) : undefined;
  if (rename && rename.to === change.after) return renamePattern(rename.itemRef, rename.to);
  return pattern(`foreign key ${arrow(change)}`, `foreign key: ${arrow(change)}`);
}

function step(what: string): PatternOf {
  return (change) => pattern(`${what} ${arrow(change)}`, `${what}: ${arrow(change)}`);
}

function arrow({ before, after }: Change): string {
  return `${show(before)} -> ${show(after)}`;
}

function show(value: Value): string {
  return value === null || value === '' ? 'none' : String(value);
}

const LIST_NAMES: Partial<Record<ChangeKind, string>> = {
  'item-constraints-changed': 'constraints',
  'item-cms-changed': 'CMS',
  'item-cms-field-changed': 'CMS field',
  'item-cms-table-changed': 'CMS table',
  'item-mapping-changed': 'source in the CMS',
  'object-mapping-changed': 'rows read from the CMS',
  'item-returns-changed': 'returns',
  'item-categories-changed': 'categories',
};

function listPattern(change: Change): Pattern {
  const name = LIST_NAMES[change.kind] ?? '';
  const general = (entries: readonly string[]) => entries.map((entry) => generalise(entry, change));
  const before = general(listOf(change.before));
  const after = general(listOf(change.after));
  const gained = after.filter((entry) => !before.includes(entry));
  const lost = before.filter((entry) => !after.includes(entry));
  if (gained.length + lost.length === 0)
    return pattern(`${change.kind} same`, `${name}: follows the name, or order and repetitions only`);
  const parts = [
    gained.length > 0 ? `gains ${gained.join(', ')}` : '',
    lost.length > 0 ? `loses ${lost.join(', ')}` : '',
  ];
  const title = `${name}: ${parts.filter((part) => part !== '').join('; ')}`;
  return pattern(`${change.kind} ${title}`, title);
}

/** `liquid_logic:pers_sex` of an item `pers_sex` says "the item's own name". */
function generalise(entry: string, { name, object, was }: Change): string {
  const [cms, value] = entry.split(':', 2);
  if (value === undefined) return entry;
  if (value === name || value === was?.name) return `${cms}:(its name)`;
  return value === object || value === was?.object ? `${cms}:(its object)` : entry;
}

function textChangePattern(change: Change): Pattern | null {
  const what = change.kind === 'item-guidance-changed' ? 'guidance' : 'description';
  if (change.class === 'cosmetic')
    return pattern(`${what} cosmetic`, `${what}: letter case, white space or punctuation only`);
  const found = textPattern(String(change.before ?? ''), String(change.after ?? ''));
  if (found.how === 'rewritten') return null;
  const quoted = 'text' in found ? ` "${found.text}"` : '';
  return pattern(`${what} ${found.how}${quoted}`, `${what} ${found.how}${quoted}`);
}

function listOf(value: Value): readonly string[] {
  return Array.isArray(value) ? value : [];
}
