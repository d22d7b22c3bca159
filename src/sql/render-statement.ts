/** A statement -> lines of SQL; the dialect is asked only where databases differ. */
import { comment, itemTag } from './comment-text.js';
import type { Dialect } from './dialects/dialect.js';
import type {
  AddForeignKey,
  Column,
  CreateIndex,
  CreateTable,
  Origin,
  PrimaryKey,
  Remark,
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
  const { before, after } = dialect.guard(statement);
  const line = (text: string): SqlLine => ({ text, origins: statement.origins });
  return [...before.map(line), ...bodyOf(statement, dialect), ...after.map(line)];
}

function bodyOf(statement: Statement, dialect: Dialect): readonly SqlLine[] {
  if (statement.kind === 'create-table') return tableLines(statement, dialect);
  return [{ text: oneLine(statement, dialect), origins: statement.origins }];
}

function oneLine(statement: Exclude<Statement, CreateTable>, dialect: Dialect): string {
  if (statement.kind === 'remark') return comment(statement.text);
  return statement.kind === 'create-index' ? indexText(statement, dialect) : foreignKeyText(statement, dialect);
}

function tableLines(table: CreateTable, dialect: Dialect): readonly SqlLine[] {
  const { origins, members, primaryKey } = table;
  const lastColumn = members.findLastIndex(({ kind }) => kind === 'column');
  return [
    { text: `CREATE TABLE ${dialect.ifAbsent}${dialect.identifier(table.table)} (`, origins },
    ...members.map((member, index) => {
      const line = (comma: string) => `  ${memberText(member, comma, dialect)}`;
      const isLast = index >= lastColumn && primaryKey === null;
      return { text: line(isLast ? '' : ','), origins: member.origins, ...(isLast ? {} : { bare: line('') }) };
    }),
    ...(primaryKey === null ? [] : [{ text: `  ${keyText(primaryKey, dialect)}`, origins: primaryKey.origins }]),
    { text: ');', origins },
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
  return `CONSTRAINT ${dialect.identifier(name)} PRIMARY KEY (${list})`;
}

function indexText({ name, table, column }: CreateIndex, { ifAbsent, identifier }: Dialect): string {
  return `CREATE INDEX ${ifAbsent}${identifier(name)} ON ${identifier(table)} (${identifier(column)});`;
}

function foreignKeyText(key: AddForeignKey, { identifier }: Dialect): string {
  const child = `ALTER TABLE ${identifier(key.table)} ADD CONSTRAINT ${identifier(key.name)}`;
  const parent = `REFERENCES ${identifier(key.parentTable)} (${identifier(key.parentColumn)})`;
  return `${child} FOREIGN KEY (${identifier(key.column)}) ${parent};`;
}
