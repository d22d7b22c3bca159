/** Neutral SQL over a small catalogue, read and written for each database. */
import type { CmsMappings, Fragments } from '../../../src/specification/mapping.js';
import type { Dialect } from '../../../src/sql/dialects/dialect.js';
import { postgres } from '../../../src/sql/dialects/postgres.js';
import { sqlserver } from '../../../src/sql/dialects/sqlserver.js';
import { MappingFault } from '../../../src/sql/expressions/fault.js';
import { namesOf } from '../../../src/sql/expressions/names.js';
import { loadParser } from '../../../src/sql/expressions/parser.js';
import { readTableName, readTest, readValue, setReader } from '../../../src/sql/expressions/read-text.js';
import { NOTHING_VISIBLE, type Scope } from '../../../src/sql/expressions/scope.js';
import { conditionText, expressionText } from '../../../src/sql/expressions/write-expression.js';

export const DIALECTS: readonly Dialect[] = [postgres, sqlserver];

const spot = { file: 'spec/cms/x/ssd_person.yml', path: ['items', 'PERS001A'] };
const NOTHING: Fragments = { sets: [], codes: {}, parameters: [] };

export const CMS: CmsMappings = {
  cms: 'x',
  mappings: [],
  fragments: {
    sets: [
      {
        ...spot,
        name: 'newest',
        query: {
          ...spot,
          text: 'select v.PERSON_ID as PERSON_ID, max(v.SEEN) as SEEN from VISITS v group by v.PERSON_ID',
        },
        columns: {},
      },
    ],
    codes: { yes_no: { ...spot, codes: { YES: 'Y', NO: 'N' } } },
    parameters: [
      { ...spot, name: 'paths', value: [1, 2], means: 'paths' },
      { ...spot, name: 'none', value: [], means: 'nothing' },
      { ...spot, name: 'form', value: null, means: 'a form' },
    ],
  },
  sources: {
    ...spot,
    schema: {},
    tables: {
      PERSONS: { PERSON_ID: 'int key', NAME: 'str50', BORN: 'dt', SCORE: 'float', NOTE: 'str', NUMBER: 'str10' },
      VISITS: { PERSON_ID: 'int', SEEN: 'dt', KIND: 'str10' },
    },
  },
};

async function around() {
  const parse = await loadParser();
  const setting = { names: namesOf(CMS, NOTHING, setReader(parse)), parse };
  const table = readTableName({ ...spot, text: 'PERSONS p' }, { ...setting, scope: NOTHING_VISIBLE });
  const scope: Scope = { relations: new Map([['p', table]]), outer: null };
  return { ...setting, scope };
}

/** A value over `PERSONS p`, as a database has it. */
export async function value(text: string, dialect: Dialect): Promise<string> {
  const read = readValue({ ...spot, text }, await around());
  return expressionText(read, { dialect, words: dialect.expressions });
}

/** A condition over `PERSONS p`, as a database has it. */
export async function condition(text: string, dialect: Dialect): Promise<string> {
  const read = readTest({ ...spot, text }, await around());
  return conditionText(read, { dialect, words: dialect.expressions });
}

/** How a text is refused: `code: message`. */
export async function refusal(text: string, as: 'value' | 'condition' = 'value'): Promise<string> {
  try {
    return `read: ${await (as === 'value' ? value(text, postgres) : condition(text, postgres))}`;
  } catch (error) {
    if (!(error instanceof MappingFault)) throw error;
    expect(error.file).toBe(spot.file);
    expect(error.expected).not.toBe('');
    return `${error.code}: ${error.message}`;
  }
}
