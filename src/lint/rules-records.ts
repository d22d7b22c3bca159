/** Rules on the records as a whole: change log, metadata blocks and CHANGELOG.md must tell one story. */
import type { Config } from '../config/config.js';
import type { ChangeLogEntry, DataItem, Metadata } from '../specification/model.js';
import { metadataSetOf } from '../specification/spellings.js';
import { moment, newestEntry } from './change-log-order.js';
import type { SpecificationIndex } from './index-specification.js';
import { spellingsOfOneValue } from './record-spellings.js';
import { at, atItem, type Fault, type Rule } from './rule.js';
import { shown, shownList } from './shown.js';

const YEAR = 365 * 24 * 60 * 60 * 1000;

export const RECORD_RULES: readonly Rule[] = [
  {
    id: 'change-log-stale',
    severity: 'error',
    checks: 'while CHANGELOG.md is brought up to date, the change log gains entries',
    why: 'what changed since the last entry, and who agreed to it, can no longer be told',
    run: stale,
  },
  {
    id: 'metadata-unlogged',
    severity: 'error',
    checks: 'a change that a metadata block names is in the change log',
    why: 'metadata written only into the YAML is erased by the next refresh',
    *run(index) {
      if (!index.specification.changeLog) return;
      for (const item of index.items) {
        const changeId = item.metadata?.changeId ?? '';
        if (changeId === '' || entriesOf(item, index).some((entry) => entry.changeId === changeId)) continue;
        const message = `${shown(item.name)} names ${shown(changeId)}, which the change log does not have for it`;
        yield atItem(item, 'metadata', { value: changeId, message, expected: 'the row in the change log' });
      }
    },
  },
  {
    id: 'metadata-out-of-step',
    mendedByRecord: true,
    severity: 'warning',
    checks: "a metadata block shows the newest row of the item's change log",
    why: 'readers of the YAML and of the change log are told different things',
    *run(index) {
      for (const item of index.items) yield* outOfStep(item, entriesOf(item, index));
    },
  },
  {
    id: 'metadata-vocabulary',
    severity: 'warning',
    checks: 'metadata blocks have the keys of one vocabulary, the configured or documented one',
    why: 'tools that look for the documented keys find nothing',
    run: drift,
  },
  {
    id: 'changelog-out-of-step',
    mendedByRecord: true,
    severity: 'warning',
    checks: 'CHANGELOG.md and the change log have the same identifiers',
    why: 'people read the one and tools the other',
    run: changelogOutOfStep,
  },
  {
    id: 'record-spelling',
    severity: 'warning',
    checks: 'a status, type, source or release is spelt one way in all records',
    why: 'counts and filters take one value for two',
    *run({ specification }) {
      for (const { column, spellings, spot } of spellingsOfOneValue(specification)) {
        const message = `one ${column} is spelt ${shownList(spellings)}`;
        yield at(spot, [], { value: `${column} ${spellings.join(' ')}`, message, expected: 'one spelling' });
      }
    },
  },
];

/** The generators of the real files stamp CHANGELOG.md with the day; ours stamp nothing and stay in step anyway. */
const STAMP = /Last updated: ([0-9]{2}\/[0-9]{2}\/[0-9]{4})/;

function* stale({ specification, items, entriesByRef }: SpecificationIndex): Generator<Fault> {
  const { changelogMd, changeLog } = specification;
  const day = STAMP.exec(changelogMd?.text ?? '')?.[1] ?? '';
  const stamped = moment(`${day} 00:00`);
  const unlogged = items.filter((item) => !entriesByRef.has(item.ref)).length;
  if (!changeLog || stamped === null || unlogged === 0) return;
  const recent = changeLog.entries.some((entry) => (moment(entry.releaseDatetime) ?? 0) > stamped - YEAR);
  if (recent) return;
  const message =
    `CHANGELOG.md was last updated on ${day}, but no change log entry has a date in the year before; ` +
    `${changeLog.entries.length} are pending or older, and ${unlogged} of ${items.length} items have none`;
  yield at({ file: changeLog.file, path: [] }, ['row', 0], {
    message,
    expected: 'every change since in the change log',
  });
}

/** The rows that speak of an item: of its ref, and of its object unless they name none; withdrawn ones do not count. */
function entriesOf({ ref, object }: DataItem, { entriesByRef }: SpecificationIndex): readonly ChangeLogEntry[] {
  const entries = ref === '' ? [] : (entriesByRef.get(ref) ?? []);
  return entries.filter(
    ({ changeStatus, changeObjectName }) =>
      changeStatus !== 'withdrawn' && (changeObjectName === object || changeObjectName === ''),
  );
}

function* outOfStep(item: DataItem, entries: readonly ChangeLogEntry[]): Generator<Fault> {
  const newest = newestEntry(entries);
  const trouble = newest && troubleOf(item, newest, entries);
  if (!trouble) return;
  const expected = 'the metadata block written anew from the change log';
  yield atItem(item, 'metadata', { value: newest.changeId, message: trouble, expected });
}

/** What the block has wrong, or `''`; a change that is not logged at all is a rule of its own. */
function troubleOf({ name, metadata }: DataItem, newest: ChangeLogEntry, entries: readonly ChangeLogEntry[]): string {
  const logged = `the change log's newest is ${shown(newest.changeId)}`;
  if (!metadata) return `${shown(name)} has no metadata; ${logged}`;
  if (metadata.changeId !== newest.changeId) {
    const known = entries.some(({ changeId }) => changeId === metadata.changeId);
    return known ? `${shown(name)} shows the change ${shown(metadata.changeId)}; ${logged}` : '';
  }
  if (metadata.releaseDatetime !== newest.releaseDatetime) {
    const release = (date: string) => (date === '' ? 'not released' : `released ${shown(date)}`);
    const [shows, has] = [release(metadata.releaseDatetime), release(newest.releaseDatetime)];
    return `the change ${shown(newest.changeId)} of ${shown(name)} is ${shows} in its metadata and ${has} in the change log`;
  }
  if (!differs(metadata.changeType, newest.changeType)) return '';
  const types = `${shown(metadata.changeType)} in its metadata and ${shown(newest.changeType)} in the change log`;
  return `the change ${shown(newest.changeId)} of ${shown(name)} is ${types}`;
}

function differs(one: string, other: string): boolean {
  return one !== '' && other !== '' && one.toLowerCase() !== other.toLowerCase();
}

/** One finding for the repository: the blocks are generated, so one decision mends them all. */
function* drift({ items }: SpecificationIndex, { config }: { config: Config }): Generator<Fault> {
  const wanted = config.metadata === 'release' ? 'release' : 'documented';
  const others = items.filter(({ metadata }) => metadata && vocabularyOf(metadata) !== wanted);
  const [first] = others;
  if (!first?.metadata) return;
  const keys = shownList(Object.keys(first.metadata.written), 6);
  const message = `${others.length} metadata blocks have not the ${wanted} keys, but ${keys}`;
  const place = { file: first.file, path: [...first.path, 'metadata'] };
  yield at(place, [], {
    value: wanted,
    message,
    expected: `the ${wanted} vocabulary, or \`metadata: release\` configured`,
  });
}

function vocabularyOf(metadata: Metadata): string {
  return metadataSetOf(Object.keys(metadata.written)).name;
}

function* changelogOutOfStep({ specification }: SpecificationIndex, { config }: { config: Config }): Generator<Fault> {
  const { changelogMd, changeLog } = specification;
  if (!changelogMd || !changeLog) return;
  const told = new Set(identifiersIn(changelogMd.text, config.identifierPrefix));
  const logged = new Map(changeLog.entries.map((entry) => [entry.changeId, entry]));
  for (const [changeId, entry] of logged) {
    if (changeId === '' || told.has(changeId)) continue;
    const message = `${shown(changeId)} is not in CHANGELOG.md`;
    const fault = at(entry, 'change_id', { value: changeId, message, expected: 'CHANGELOG.md written anew' });
    yield { ...fault, object: entry.changeObjectName, itemRef: entry.itemRef };
  }
  for (const changeId of told) {
    if (logged.has(changeId)) continue;
    const message = `CHANGELOG.md has ${shown(changeId)}, which is not in the change log`;
    yield at({ file: changelogMd.file, path: [] }, [], {
      value: changeId,
      message,
      expected: 'the row in the change log',
    });
  }
}

function identifiersIn(text: string, prefix: string): readonly string[] {
  return Array.from(text.matchAll(/(?<![\w-])([\w-]+)-[0-9]+(?!\w)/g))
    .filter((found) => found[1] === prefix)
    .map(([changeId]) => changeId);
}
