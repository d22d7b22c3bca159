/** What the shared sets of Eclipse promise, on a few children whose rows are told here: executed on PostgreSQL itself. */
import { PGlite } from '@electric-sql/pglite';
import type { Parameter } from '../../src/specification/mapping.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { renderTarget } from '../../src/sql/render-target.js';
import { targetNamed } from '../../src/sql/targets.js';
import { config } from './build.js';
import { cmsNamed, mappedStandard } from './mapped.js';

const standard = mappedStandard();
const eclipse = cmsNamed(standard, 'eclipse');
const [CIN, CP, CATEGORY] = [101, 102, 103];
let database: PGlite;

/** What an authority would give. */
function given(parameter: Parameter): Parameter {
  const ids: Record<string, number> = { cin_path: CIN, cp_path: CP, cp_category_path: CATEGORY };
  const value = parameter.name.startsWith('form_') ? parameter.name : (ids[parameter.name] ?? parameter.value ?? 999);
  return { ...parameter, value };
}

type Row = Readonly<Record<string, string | number | null>>;

async function insert(table: string, ...rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const values = Object.values(row).map((value) => (typeof value === 'string' ? `'${value}'` : `${value}`));
    await database.exec(`insert into ${table} (${Object.keys(row).join(', ')}) values (${values.join(', ')})`);
  }
}

let assignment = 0;
const spell = (person: number, path: number, starts: string, ends: string | null, more: Row = {}): Row => ({
  PERSONID: person,
  CLASSIFICATIONASSIGNMENTID: ++assignment,
  CLASSIFICATIONPATHID: path,
  STARTDATE: starts,
  ENDDATE: ends,
  STATUS: 'CURRENT',
  ...more,
});

/** A completed form about a person, one row an answer. */
function form(name: string, [instance, person]: readonly [number, number], answers: readonly Row[]): Row[] {
  const shared = { DESIGNGUID: name, INSTANCESTATE: 'COMPLETE', INSTANCEID: instance, ANSWERFORSUBJECTID: person };
  return answers.map((answer) => ({ ...shared, ...answer }));
}

const rowsOf = async (query: string) =>
  (await database.query<(string | null)[]>(query, [], { rowMode: 'array' })).rows.map((row) => row.join(' '));

beforeAll(async () => {
  database = await PGlite.create();
  const types: Record<string, string> = { int: 'integer', float: 'double precision', dt: 'timestamp' };
  for (const [table, columns] of Object.entries(eclipse.sources?.tables ?? {})) {
    const list = Object.entries(columns).map(([name, type]) => `${name} ${types[type.replace(' key', '')] ?? 'text'}`);
    await database.exec(`create table ${table} (${list.join(', ')})`);
  }
  await insert('PERSONDEMOGRAPHICSVIEW', ...[1, 2, 3, 4].map((PERSONID) => ({ PERSONID })));
  await insert('PERSONVIEW', { PERSONID: 4, SURNAME: 'Duplicate of 3' });
  await insert(
    'CLASSIFICATIONPERSONVIEW',
    // A short spell inside a long one, then one that starts the day after: one episode, and plans of their own.
    spell(1, CIN, '2024-01-01T09:00', '2024-06-30', { ENDREASON: 'Because' }),
    spell(1, CP, '2024-02-01', '2024-02-10T16:00', { ENDREASON: 'Because' }),
    spell(1, CIN, '2024-07-01', '2024-08-01', { ENDREASON: 'Died' }),
    // After a gap, and open.
    spell(1, CP, '2025-03-07', null),
    spell(1, CATEGORY, '2023-01-01', '2024-12-31', { NAME: 'Neglect' }),
    spell(1, CATEGORY, '2025-03-07', '2025-06-01', { NAME: 'Physical abuse' }),
    spell(1, CATEGORY, '2025-06-01', null, { NAME: 'Emotional abuse' }),
    spell(2, CIN, '2024-01-01', '2024-01-31'),
    spell(2, CIN, '2025-01-01', '2025-01-31', { STATUS: 'DELETED' }),
    spell(4, CIN, '2024-01-01', null),
  );
  const referred = (day: string) => [
    { CONTROLNAME: 'CINCensus_DateOfReferral', DATEANSWERVALUE: day },
    { CONTROLNAME: 'CINCensus_ReferralSource', ANSWERVALUE: 'Police' },
  ];
  const factor = { CONTROLNAME: 'CINCensus_childSpecificFactor', ANSWERVALUE: 'x', SHORTANSWERVALUE: 'PFOther, Other' };
  const alcohol = { CONTROLNAME: 'CINCensus_alcoholChild', ANSWERVALUE: 'Yes' };
  const started = { CONTROLNAME: 'CINCensus_startDateOfForm', ANSWERVALUE: '05/01/2024' };
  const met = { CONTROLNAME: '903Return_dateOfMeetingConference', ANSWERVALUE: '2025-03-05' };
  const kind = {
    CONTROLNAME: 'AnnexAReturn_typeOfMeeting',
    ANSWERVALUE: 'Child Protection (Initial child protection conference)',
  };
  const named = (DESIGNSUBNAME: string, answers: readonly Row[]) => answers.map((one) => ({ DESIGNSUBNAME, ...one }));
  await insert(
    'FORMANSWERPERSONVIEW',
    ...form('form_referral', [10, 1], referred('2023-12-01')),
    ...form('form_referral', [11, 1], referred('2023-12-20T10:00')),
    ...form('form_assessment', [20, 1], named('Single assessment', [started, factor, alcohol])),
    ...form('form_assessment', [20, 3], named('Single assessment', [started])),
    ...form('form_cp_meeting', [30, 1], named('Child Protection - Initial Conference ', [met, kind])),
    ...form('form_strategy', [40, 1], [{ CONTROLNAME: 'dateOfMeeting', DATEANSWERVALUE: '2025-02-16T11:00' }]),
  );
  const mappings = eclipse.mappings.map((one) => ({ ...one, parameters: one.parameters.map(given) }));
  const fragments = { ...eclipse.fragments, parameters: eclipse.fragments.parameters.map(given) };
  const specification = { ...standard, cms: [{ ...eclipse, mappings, fragments }] };
  const parse = await loadParser();
  await database.exec(renderTarget(specification, targetNamed('eclipse.postgres'), { ...config, parse }).text);
}, 120_000);

afterAll(() => database.close());

test('whoever is excluded is in no table', async () => {
  expect(await rowsOf('select pers_person_id from ssd_person order by 1')).toEqual(['1', '2', '3']);
  expect(await rowsOf("select 1 from ssd_cin_plans where cinp_person_id = '4'")).toEqual([]);
});

test('spells are stitched against the latest end so far, and the latest referral opens one episode', async () => {
  const query = `select cine_referral_id, left(cine_referral_date::text, 10), left(cine_close_date::text, 10),
    cine_close_reason, cine_referral_source_code from ssd_cin_episodes order by cine_person_id, cine_close_date`;
  expect(await rowsOf(query)).toEqual([
    '1-11 2023-12-20 2024-08-01 RC2 6',
    '1-2025-03-07    ',
    '2-2024-01-01  2024-01-31 RC7 ',
  ]);
});

test('a plan that starts the day after another is another plan', async () => {
  const query = `select cinp_cin_plan_id, left(cinp_cin_plan_start_date::text, 10), left(cinp_cin_plan_end_date::text, 10),
    cinp_referral_id from ssd_cin_plans order by 2, 1`;
  expect(await rowsOf(query)).toEqual([
    '1 2024-01-01 2024-06-30 1-11',
    '8 2024-01-01 2024-01-31 2-2024-01-01',
    '3 2024-07-01 2024-08-01 1-11',
  ]);
});

test('categories of abuse are those in force on a day of the plan', async () => {
  const query =
    'select cppl_cp_plan_id, cppl_cp_plan_initial_category, cppl_cp_plan_latest_category, cppl_icpc_id from ssd_cp_plans order by 1';
  expect(await rowsOf(query)).toEqual(['2 Neglect Neglect ', '4 Physical abuse Emotional abuse 1-30']);
});

test('a form about two children gives each a row, and factors name the assessment by its key', async () => {
  const query = 'select cina_assessment_id, cina_referral_id from ssd_cin_assessments order by 1';
  expect(await rowsOf(query)).toEqual(['1-20 1-11', '3-20 ']);
  const factors = 'select cinf_assessment_id, cinf_assessment_factors_json from ssd_assessment_factors order by 1';
  expect(await rowsOf(factors)).toEqual(['1-20 ["1A","8F","20"]', '3-20 ["21"]']);
});

test('a conference is due fifteen working days after a discussion; at a weekend, from the Friday before', async () => {
  const query = `select icpc_icpc_id, left(icpc_icpc_target_date::text, 10), icpc_cp_plan_id, icpc_referral_id
    from ssd_initial_cp_conference`;
  expect(await rowsOf(query)).toEqual(['1-30 2025-03-07 4 ']);
});
