/** Tables with hundreds of items: what a literal of PL/SQL can hold, and how many columns a database takes. */
import { oracle } from '../../src/sql/dialects/oracle.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { sqlserver } from '../../src/sql/dialects/sqlserver.js';
import { renderBody, renderStatement } from '../../src/sql/render-statement.js';
import { h2 } from '../../src/verify/engines/h2.js';
import { parseOracle } from '../../src/verify/parsers/oracle-parser.js';
import { object, render } from './build.js';

/** Names of 60 bytes, some with letters of two. */
const wide = (count: number) =>
  object(
    'ssd_wide',
    Array.from({ length: count }, (_, index) => ({
      name: `wide_${`${index}`.padStart(4, '0')}_${(index % 2 === 0 ? 'x' : '\u00e9').repeat(index % 2 === 0 ? 50 : 25)}`,
      ref: `WIDE${`${index}`.padStart(4, '0')}`,
      primaryKey: index === 0,
    })),
  );

const bytes = (text: string) => new TextEncoder().encode(text).length;

function statementOf(count: number) {
  const { statements, problems } = render(oracle, wide(count));
  const [table] = statements;
  if (table === undefined) throw new Error('there is no statement');
  expect(problems).toEqual([]);
  const text = renderStatement(table, oracle).map((line) => line.text);
  const bare = renderBody(table, oracle).map((line) => line.text);
  return { text: text.join('\n'), bare: bare.join('\n').replace(/;$/, '') };
}

/** What EXECUTE IMMEDIATE is given, as its literals. */
function literalsIn(text: string): string[] {
  const block = text.slice(text.indexOf('EXECUTE IMMEDIATE'));
  return [...block.matchAll(/'((?:[^']|'')*)'/g)].map(([, inside = '']) => inside.replaceAll("''", "'"));
}

describe('a statement of Oracle that is longer than a literal can be', () => {
  test('one that fits is one literal', () => {
    const { text, bare } = statementOf(200);
    expect(text).not.toContain('TO_CLOB');
    expect(literalsIn(text)).toEqual([bare]);
  });

  test.each([300, 999])(
    'of %i columns is made of literals that are short enough, and is the same statement',
    (count) => {
      const { text, bare } = statementOf(count);
      const literals = literalsIn(text);
      expect(literals.length).toBe(Math.ceil(bytes(bare) / 32_000));
      expect(literals.filter((one) => bytes(one) > 32_767)).toEqual([]);
      expect(text).toContain("IF found = 0 THEN EXECUTE IMMEDIATE\nTO_CLOB(\n'CREATE TABLE ssd_wide (\n");
      expect(literals.join('').replace(/\n\n/g, '\n')).toBe(bare);
    },
  );

  test('is of the language', async () => {
    expect(await parseOracle(statementOf(300).text)).toEqual([]);
  }, 60_000);

  test('has every column where it is run', async () => {
    const engine = h2('oracle');
    if ((await engine.version()) === null) return void process.stderr.write('not run here: a wide table on H2\n');
    const session = await engine.open();
    await session.run(literalsIn(statementOf(999).text).join(''));
    const columns = "SELECT COUNT(*) FROM information_schema.columns WHERE table_name = 'SSD_WIDE'";
    expect(await session.rows(columns)).toEqual([['999']]);
    await session.close();
  }, 60_000);
});

describe('more columns than a database takes', () => {
  const limits = [
    [oracle, 1000],
    [sqlserver, 1024],
    [postgres, 1600],
  ] as const;

  test.each(limits)('$name: is a problem with the numbers, and nothing is emitted', (dialect, limit) => {
    expect(render(dialect, wide(limit)).problems).toEqual([]);
    const { lines, problems } = render(dialect, wide(limit + 1));
    expect(problems.map(({ message }) => message)).toEqual([
      `No table "ssd_wide": it has ${limit + 1} columns, and ${dialect.title} takes ${limit} at most`,
    ]);
    expect(lines.filter(({ text }) => !/^(?:--.*|GO|)$/.test(text))).toEqual([]);
  });
});
