/** The parts of all objects -> one script: tables, refresh, keys, checks. */
import { comment, containerTag, elementTag } from './comment-text.js';
import type { Dialect } from './dialects/dialect.js';
import type { Load } from './loads/load.js';
import type { Part, RenderedObject } from './render-object.js';

/** Years that an extract keeps, unless its settings say otherwise. */
export const DEFAULT_YEARS = 6;

/** What a script has besides its objects. */
export interface Frame {
  readonly dialect: Dialect;
  /** Years that the extract keeps. */
  readonly years: number;
  /** Lines that write the row of the version log. */
  readonly version: readonly string[];
}

/**
 * Takes the objects in the order of the script, gives its sections. Tables are created where they are absent; what they
 * hold is deleted and loaded anew in one transaction, so that a run that fails leaves the last extract as it was.
 */
export function assemble(
  objects: readonly RenderedObject[],
  { dialect, years, version }: Frame,
): readonly (readonly string[])[] {
  const end = dialect.batchEnd;
  const [first, second] = dialect.indexesFirst ? ['3', '2'] : ['2', '3'];
  const keys = [
    heading(`${second}. Keys and indexes: created where they are absent`),
    ...sections(objects, 'keys').map((lines) => [...lines, ...end]),
  ];
  const loaded = objects.filter((object) => loadOf(object) !== null);
  return [
    heading('1. Tables: created where they are absent'),
    ...sections(objects, 'tables').map((lines) => [...lines, ...end]),
    ...(dialect.indexesFirst ? keys : []),
    heading(`${first}. Refresh: all loads in one transaction`),
    [elementTag('settings'), ...dialect.refresh.settings(years)],
    [elementTag('refresh'), ...dialect.refresh.begin],
    ...(version.length === 0 ? [] : [version]),
    ...loaded.toReversed().map((object) => deleteLines(object.object, dialect)),
    ...sections(objects, 'load'),
    [elementTag('refresh_end'), ...dialect.refresh.end],
    ...(dialect.indexesFirst ? [] : keys),
    heading('4. Checks: rows that refer to a parent which is not in the extract'),
    ...sections(objects, 'checks').map((lines) => [...lines, ...end]),
  ];
}

/** The load of an object, or null where it has none. */
export function loadOf({ statements }: Pick<RenderedObject, 'statements'>): Load | null {
  return statements.find((statement) => statement.kind === 'load') ?? null;
}

function sections(objects: readonly RenderedObject[], part: Part): string[][] {
  return objects.map(({ parts }) => parts[part].map(({ text }) => text)).filter((lines) => lines.length > 0);
}

function deleteLines(table: string, dialect: Dialect): string[] {
  return [containerTag('table', table), elementTag('delete_data'), `DELETE FROM ${dialect.table(table)};`];
}

function heading(words: string): string[] {
  return [comment('-'.repeat(75)), comment(words), comment('-'.repeat(75))];
}
