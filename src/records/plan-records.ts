/** Stage 5: which files must be written, and how, so that all records of a proposal agree. */
import type { ChangeKind } from '../changes/change-kinds.js';
import type { Config } from '../config/config.js';
import type { Assignment } from '../identifiers/assign.js';
import { subjectKey } from '../identifiers/subject.js';
import type { FilePlan, WriteFile } from '../plan.js';
import type { JudgedChange } from '../review.js';
import { WITHDRAWN } from '../specification/change-status.js';
import type { DataItem, Specification } from '../specification/model.js';
import { readChangeLog } from '../specification/read-change-log.js';
import { readCsv } from '../specification/read-csv.js';
import { METADATA_SETS, type MetadataSet, metadataSetOf } from '../specification/spellings.js';
import { lineBreakOf } from '../specification/yaml-span.js';
import type { Steps } from '../steps.js';
import { followedRows } from './followed-rows.js';
import { type LogRow, proposalRows } from './log-row.js';
import { metadataBlock, projectLog } from './project-log.js';
import { type BlockEdit, spliceMetadata } from './splice-metadata.js';
import { writeChangeLog } from './write-change-log.js';
import { writeChangelogMd } from './write-changelog-md.js';
import { writeRelationships } from './write-relationships.js';

/** What the records must say, and what they say now. */
export interface RecordInput {
  readonly base: Specification;
  readonly head: Specification;
  readonly changes: readonly JudgedChange[];
  readonly assignment: Assignment;
  readonly changeRequest: string;
  readonly config: Config;
  readonly describe: (change: JudgedChange) => string;
  /** The head's text of a file, or null where there is none. */
  readonly textOf: (path: string) => string | null;
  /** Write over the blocks that a person edited; otherwise they are left for somebody to ask for it. */
  readonly restoreEdited: boolean;
  /** The generated SQL files. */
  readonly scripts: readonly { readonly file: string; readonly text: string }[];
  /** Generated SQL files of what is no longer there. */
  readonly leftOver: readonly string[];
}

/**
 * The plan has one action for each file that is not yet as it must be: none at all when the records agree. It pauses
 * after each file whose blocks are written, because that they read back as meant is most of the work.
 */
export function* planRecords(input: RecordInput): Steps<FilePlan> {
  const { config, textOf, changes } = input;
  const { changeLog, changelogMd, relationships } = config.layout;
  const rows = proposalRows(changes, { ...input, spell: spellingOf(input) });
  const logText = writeChangeLog(textOf(changeLog), changeLog, rows);
  const table = readCsv(logText).table;
  const entries = table ? readChangeLog(changeLog, table).entries : [];
  yield;
  const blocks = yield* blockTexts(input, entries);
  const related = changes.some(({ kind }) => RELATED.has(kind)) || touchesRelationships(input);
  const generated: (readonly [path: string, text: string | null])[] = [
    [changelogMd, writeChangelogMd(config.name, entries)],
    [relationships, related && textOf(relationships) !== null ? writeRelationships(input.head) : null],
    ...input.scripts.map(({ file, text }) => [file, text] as const),
  ];
  const files: (readonly [path: string, text: string | null])[] = [
    [changeLog, logText],
    ...blocks,
    ...generated.map(([path, text]) => [path, text && withLineEnds(text, textOf(path))] as const),
  ];
  const actions = files.flatMap(([path, text]): WriteFile[] => {
    const was = textOf(path);
    return text === null || text === was ? [] : [{ kind: 'write-file', path, text, was }];
  });
  const gone = input.leftOver.map((path): WriteFile => ({ kind: 'write-file', path, text: null, was: textOf(path) }));
  return { actions: [...actions, ...gone] };
}

/** Git may have made the line ends of a file CRLF on checkout: they stay as they are. */
function withLineEnds(text: string, was: string | null): string {
  return was !== null && lineBreakOf(was) === '\r\n' ? text.replaceAll('\n', '\r\n') : text;
}

/** Kinds after which `relationships.yml` is another. */
const RELATED: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'object-added',
  'object-removed',
  'object-renamed',
  'item-added',
  'item-removed',
  'item-renamed',
  'item-moved',
  'item-foreign-key-changed',
  'item-primary-key-changed',
]);

/** Rows that the proposal brought, by hand or by a change that is gone again, or took out. */
function touchesRelationships({ base, head }: RecordInput): boolean {
  const plain = (found: Specification['relationships']) =>
    JSON.stringify(found?.map(({ file: _file, path: _path, ...row }) => row));
  return plain(base.relationships) !== plain(head.relationships);
}

/** A change type as the log spells it already (`New Feature`); as configured where the log has none. */
function spellingOf({ base, head }: RecordInput): (changeType: string) => string {
  const used = [...(base.changeLog?.entries ?? []), ...(head.changeLog?.entries ?? [])].map(
    (entry) => entry.changeType,
  );
  const titled = used.some((type) => /^[A-Z]/.test(type));
  const title = (type: string) => type.replace(/(?<![A-Za-z])[a-z]/g, (letter) => letter.toUpperCase());
  return (type) => used.find((known) => known.toLowerCase() === type.toLowerCase()) ?? (titled ? title(type) : type);
}

/** Each YAML file whose items have another newest row now, or the same that says something else. */
function* blockTexts(input: RecordInput, entries: readonly LogRow[]): Steps<(readonly [string, string])[]> {
  const project = projectLog(entries);
  const set = metadataSet(input);
  const edits = new Map<string, BlockEdit[]>();
  const edit = (item: DataItem, block: BlockEdit['entries']) =>
    edits.set(item.file, [...(edits.get(item.file) ?? []), { path: item.path, entries: block }]);
  const isWithdrawn = withdrawnBlocks(input.base, entries);
  const follows = followedRows(input.base.changeLog, entries);
  const isFollowed = (item: DataItem) => follows(item, set);
  for (const item of itemsToWrite(input, { isWithdrawn, isFollowed })) {
    const projection = project(item.ref, item.object);
    const block = projection && metadataBlock(projection, set);
    if (block ? !hasBlock(item, block) : isWithdrawn(item)) edit(item, block);
  }
  const texts: (readonly [string, string])[] = [];
  for (const [file, blocks] of edits) {
    texts.push([file, spliceMetadata(file, input.textOf(file) ?? '', blocks)]);
    yield;
  }
  return texts;
}

/** Whether a block names a row that the base has not or not yet withdrawn: the block goes with the change. */
function withdrawnBlocks({ changeLog }: Specification, entries: readonly LogRow[]): (item: DataItem) => boolean {
  const namesOf = (rows: readonly LogRow[]) =>
    rows
      .filter(({ changeStatus }) => changeStatus === WITHDRAWN)
      .map(({ changeId, changeObjectName, itemRef }) => `${changeId} ${changeObjectName} ${itemRef}`);
  const before = new Set(namesOf(changeLog?.entries ?? []));
  const gone = new Set(namesOf(entries).filter((name) => !before.has(name)));
  return ({ object, ref, metadata }) => metadata !== null && gone.has(`${metadata.changeId} ${object} ${ref}`);
}

/** Somebody edited a block: only then does it matter whether edited blocks are restored. */
export function hasEditedBlocks(changes: readonly JudgedChange[]): boolean {
  return changes.some(({ kind }) => kind === EDITED);
}

const EDITED: ChangeKind = 'item-metadata-changed';

/** Items of the proposal, items that were of it or whose row became another, and items whose block a person edited. */
function itemsToWrite(
  { head, assignment, changes, restoreEdited }: RecordInput,
  { isWithdrawn, isFollowed }: Readonly<Record<'isWithdrawn' | 'isFollowed', (item: DataItem) => boolean>>,
): DataItem[] {
  const edited = new Set(
    changes.filter(({ kind }) => kind === EDITED).map(({ object, itemRef }) => `${object} ${itemRef}`),
  );
  return head.objects
    .flatMap(({ items }) => items)
    .filter((item) => {
      const { object, ref } = item;
      if (isWithdrawn(item)) return true;
      if (edited.has(`${object} ${ref}`)) return restoreEdited;
      if (isFollowed(item)) return true;
      return ref !== '' && assignment.identifiers.has(subjectKey({ object, itemRef: ref, codeSet: '' }));
    });
}

function hasBlock({ metadata }: DataItem, block: ReturnType<typeof metadataBlock>): boolean {
  if (!metadata || Object.keys(metadata.written).join() !== block.map(([key]) => key).join()) return false;
  return block.every(([key, value]) => metadata.written[key] === String(value ?? ''));
}

/** The configured vocabulary of the blocks; `detect` keeps what the repository uses. */
function metadataSet({ config, base, head }: RecordInput): MetadataSet {
  const named = (name: string) => METADATA_SETS.find((set) => set.name === name) ?? metadataSetOf([]);
  if (config.metadata !== 'detect') return named(config.metadata);
  const items = [...base.objects, ...head.objects].flatMap((object) => object.items);
  const used = items.find(({ metadata }) => metadata)?.metadata;
  return used && metadataSetOf(Object.keys(used.written)).name === 'release' ? named('release') : named('documented');
}
