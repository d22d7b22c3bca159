/** A statement -> lines of SQL; the dialect is asked only where databases differ. */
import { broken } from './break-line.js';
import { comment, itemTag } from './comment-text.js';
import { type Dialect, type LiteralLimit, literal } from './dialects/dialect.js';
import type { Load } from './loads/load.js';
import { loadLines } from './loads/write-load.js';
import type {
  AddForeignKey,
  Column,
  CountOrphans,
  CreateIndex,
  CreateTable,
  Origin,
  PrimaryKey,
  Remark,
  RemoveForeignKey,
  Statement,
} from './statement.js';

/** A line of a script and what it was made from. */
export interface SqlLine {
  readonly text: string;
  readonly origins: readonly [Origin, ...Origin[]];
  /** The text without what only its neighbours ask for: the comma before a next line, a tag as a whole (`''`). */
  readonly bare?: string;
}

/** Takes an emittable statement, gives its lines, safe to run twice. */
export function renderStatement(statement: Statement, dialect: Dialect): readonly SqlLine[] {
  const { before, after, asText } = dialect.guard(statement);
  const line = (text: string): SqlLine => ({ text, origins: statement.origins });
  const body = renderBody(statement, dialect);
  return [...before.map(line), ...(asText ? asTexts(body, asText, line) : body), ...after.map(line)];
}

/** As one literal, or where that would be too long as several, each of whole lines. */
function asTexts(body: readonly SqlLine[], limit: LiteralLimit, line: (text: string) => SqlLine): readonly SqlLine[] {
  const quoted = asLiteral(body);
  const starts = partStarts(quoted, limit.bytes);
  if (starts.size === 0) return quoted;
  const between = line(`'${limit.between}'`);
  const parts = quoted.flatMap((one, index) => (starts.has(index) ? [between, one] : [one]));
  return [line(limit.open), ...parts, line(limit.close)];
}

/** Which lines begin another literal, so that none has more bytes. */
function partStarts(lines: readonly SqlLine[], bytes: number): ReadonlySet<number> {
  const encoder = new TextEncoder();
  const starts = new Set<number>();
  let taken = 0;
  lines.forEach(({ text }, index) => {
    const length = encoder.encode(text).length + 1;
    if (taken + length > bytes && index > 0) {
      starts.add(index);
      // The line end before it.
      taken = 1;
    }
    taken += length;
  });
  return starts;
}

/** One text literal over the same lines; a text that is run as a statement has no semicolon. */
function asLiteral(body: readonly SqlLine[]): readonly SqlLine[] {
  const quoted = quotedLines(body.map(({ text }) => text));
  const bare = quotedLines(body.map((line) => line.bare ?? line.text));
  return body.map((line, index) => ({
    text: quoted[index] ?? '',
    origins: line.origins,
    ...(line.bare === undefined ? {} : { bare: bare[index] ?? '' }),
  }));
}

function quotedLines(texts: readonly string[]): readonly string[] {
  return literal(texts.join('\n').replace(/;$/, '')).split('\n');
}

/** The statement alone, as it is run where nothing is there yet. */
export function renderBody(statement: Statement, dialect: Dialect): readonly SqlLine[] {
  if (statement.kind === 'load')
    return loadLines(statement, dialect).flatMap((line) => broken(line, dialect.lineLimit));
  if (statement.kind === 'create-table') return tableLines(statement, dialect);
  return [{ text: oneLine(statement, dialect), origins: statement.origins }];
}

function oneLine(statement: Exclude<Statement, CreateTable | Load>, dialect: Dialect): string {
  if (statement.kind === 'remark') return comment(statement.text);
  if (statement.kind === 'count-orphans') return orphansText(statement, dialect);
  if (statement.kind === 'create-index') return indexText(statement, dialect);
  return statement.kind === 'add-foreign-key' ? foreignKeyText(statement, dialect) : removalText(statement, dialect);
}

function tableLines(table: CreateTable, dialect: Dialect): readonly SqlLine[] {
  const { origins, members, primaryKey } = table;
  const [before, after] = dialect.createTable;
  const lastColumn = members.findLastIndex(({ kind }) => kind === 'column');
  return [
    { text: `${before}${dialect.table(table.table)} (`, origins },
    ...members.map((member, index) => {
      const line = (comma: string) => `  ${memberText(member, comma, dialect)}`;
      const isLast = index >= lastColumn && primaryKey === null;
      return { text: line(isLast ? '' : ','), origins: member.origins, ...(isLast ? {} : { bare: line('') }) };
    }),
    ...(primaryKey === null ? [] : [{ text: `  ${keyText(primaryKey, dialect)}`, origins: primaryKey.origins }]),
    { text: `)${after};`, origins },
  ];
}

function memberText(member: Column | Remark, comma: string, dialect: Dialect): string {
  if (member.kind === 'remark') return comment(member.text);
  const nullability = member.nullable ? 'NULL' : 'NOT NULL';
  const definition = `${dialect.identifier(member.name)} ${dialect.typeName(member.type)} ${nullability}`;
  return `${definition}${comma} ${itemTag(member.origins[0].itemRef)}`;
}

function keyText({ name, columns }: PrimaryKey, dialect: Dialect): string {
  const list = columns.map((column) => dialect.identifier(column)).join(', ');
  return `${name === '' ? '' : `CONSTRAINT ${dialect.identifier(name)} `}PRIMARY KEY (${list})`;
}

function indexText({ name, table: on, column }: CreateIndex, { ifAbsent, identifier, table }: Dialect): string {
  return `CREATE INDEX ${ifAbsent}${identifier(name)} ON ${table(on)} (${identifier(column)});`;
}

function foreignKeyText(key: AddForeignKey, { identifier, table }: Dialect): string {
  const child = `ALTER TABLE ${table(key.table)} ADD CONSTRAINT ${identifier(key.name)}`;
  const parent = `REFERENCES ${table(key.parentTable)} (${identifier(key.parentColumn)})`;
  return `${child} FOREIGN KEY (${identifier(key.column)}) ${parent};`;
}

function removalText({ name, table: on }: RemoveForeignKey, { ifPresent, identifier, table }: Dialect): string {
  return `ALTER TABLE ${ifPresent}${table(on)} DROP CONSTRAINT ${ifPresent}${identifier(name)};`;
}

function orphansText({ table, column, parentTable, parentColumn }: CountOrphans, dialect: Dialect): string {
  const { identifier, expressions } = dialect;
  const reference = expressions.text(`${table}.${column}`);
  const [child, parent] = [
    `${dialect.table(table)}${expressions.as}child`,
    `${dialect.table(parentTable)}${expressions.as}parent`,
  ];
  const found = `SELECT 1 FROM ${parent} WHERE parent.${identifier(parentColumn)} = child.${identifier(column)}`;
  const where = `child.${identifier(column)} IS NOT NULL AND NOT EXISTS (${found})`;
  return `SELECT ${reference} AS reference, COUNT(*) AS orphans FROM ${child} WHERE ${where};`;
}
