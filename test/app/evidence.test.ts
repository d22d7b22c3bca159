/**
 * What the App's own engines say of changed SQL, on the twin: a statement that one refuses fails the check, an engine
 * that is absent, late or broken never does. The threads run what was built.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { evidenceGiver } from '../../src/app/evidence.js';
import { packageRoot } from '../../src/local/bundled.js';
import { addedToAddress, STANDARD } from './standard.js';
import { beginStory, botComments, checkOf, propose, type Story } from './story.js';

const sources = (tables: string) => `tables:\n  ${tables}: {ID: int, SEX: str10}\n`;
const mapping = (sex: string) => `from: PEOPLE p\nitems:\n  PERS001A: p.ID\n  PERS002A: ${sex}\n`;
const byHand = (sex: string) => `{sql: {sqlserver: "${sex}", postgres: "${sex}"}, type: str48, why: it is tried}`;
const fileOf = (cms: string) => `spec/cms/${cms}/ssd_person.yml`;

const MAPPED = {
  ...STANDARD,
  'spec/cms/liquid_logic/_sources.yml': sources('PEOPLE'),
  'spec/cms/eclipse/_sources.yml': sources('PEOPLE'),
  [fileOf('liquid_logic')]: mapping('p.SEX'),
  [fileOf('eclipse')]: mapping('p.SEX'),
};

/** What the grammar of SQL Server alone finds out, because no mapping is read with it; what only a database does. */
const BROKEN = '{sql: {sqlserver: "p.SEX AND"}, type: str48, why: it is tried}';
const UNKNOWN = byHand('no_such_function(p.SEX)');

let story: Story;
afterEach(() => story.close());

/** The check and the comment of a proposal. */
async function told(files: Readonly<Record<string, string>>, ...level: Parameters<typeof evidenceGiver>) {
  story = await beginStory({ files: MAPPED, giveEvidence: evidenceGiver(...level) });
  const number = await propose(story, { files });
  const { conclusion, output } = checkOf(story, number, 'specification');
  const [comment = ''] = botComments(story, number);
  return { conclusion, title: output.title, summary: output.summary ?? '', comment };
}

test('what a strict parser refuses fails the check, with its words', async () => {
  const { conclusion, title, summary, comment } = await told({ [fileOf('liquid_logic')]: mapping(BROKEN) }, 'parsed');
  expect(conclusion).toBe('failure');
  expect(title).toMatch(/^An engine refuses a statement of the SQL\. /);
  const said = 'antlr4ts-sql says: line ';
  expect(summary).toContain(`- \`ssd_person\`, \`insert_data\` \`ssd_person\` (liquid\\_logic.sqlserver): ${said}`);
  expect(comment).toContain(said);
});

test('what PGlite refuses fails the check, with its words', async () => {
  const { conclusion, summary } = await told({ [fileOf('eclipse')]: mapping(UNKNOWN) }, 'executed');
  expect(conclusion).toBe('failure');
  expect(summary).toContain('- `ssd_person`, `insert_data` `ssd_person` (eclipse.postgres): PGlite says: function no');
});

test('an engine that nobody installed, and one that is not for webhooks, fail nothing', async () => {
  const folder = withoutPglite();
  try {
    const file = join(folder, 'dist', 'evidence-worker.js');
    const files = { [fileOf('eclipse')]: mapping(UNKNOWN), ...addedToAddress('addr_town', 'ADDR004A') };
    const { conclusion, comment } = await told(files, 'executed', { file });
    expect(conclusion).toBe('success');
    expect(comment).toMatch(/executed on the product: not run here.*PGlite/);
    expect(comment).toMatch(/strictly parsed: passed.*libpg-query/);
    expect(comment).toMatch(/strictly parsed: not run here.*ts-plsql-parser/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('commits do not wait for engines: only a pull request at rest asks them', async () => {
  const asked: string[] = [];
  const giveEvidence = async ({ head }: { head: string }) => {
    asked.push(head);
    return null;
  };
  story = await beginStory({ files: MAPPED, giveEvidence });
  await propose(story, { files: addedToAddress('addr_town', 'ADDR004A') });
  const looks = story.log.filter(({ facts }) => facts.number !== undefined);
  expect(asked).toHaveLength(looks.length);
  expect(looks.reduce((sum, { facts }) => sum + (facts.rounds ?? 0), 0)).toBeGreaterThan(looks.length);
});

/** What is built, in a place where npm brought everything but PGlite. */
function withoutPglite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'steward-without-'));
  for (const name of ['dist', 'package.json'])
    cpSync(join(packageRoot(), name), join(folder, name), { recursive: true });
  cpSync(join(packageRoot(), 'spec', 'vocabulary.yml'), join(folder, 'spec', 'vocabulary.yml'));
  mkdirSync(join(folder, 'node_modules'));
  const parser = dirname(createRequire(import.meta.url).resolve('libpg-query/package.json'));
  symlinkSync(parser, join(folder, 'node_modules', 'libpg-query'), 'dir');
  return folder;
}
