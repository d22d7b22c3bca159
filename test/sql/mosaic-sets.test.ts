/** What the sets of Mosaic mean, on children made up for it: chains of steps, days that fall due, rights after care. */
import { PGlite } from '@electric-sql/pglite';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { renderTarget } from '../../src/sql/render-target.js';
import { withMadeUpValues } from '../../src/verify/made-up-values.js';
import { config } from './build.js';
import { cmsNamed, mappedStandard, twin } from './mapped.js';

type Row = Readonly<Record<string, string | number>>;

const standard = withMadeUpValues(mappedStandard());
const tables = cmsNamed(standard, 'mosaic').sources?.tables ?? {};
let database: PGlite;

/** Steps of one person each; the subgroup is the person. */
const step = (id: number, person: number, more: Row): Row => ({
  workflow_step_id: id,
  subgroup_id: person,
  step_status: 'COMPLETED',
  ...more,
});

const follows = (from: number, to: number) => ({
  dm_workflow_links: [{ source_step_id: from, target_step_id: to }],
  dm_workflow_forwards: [{ workflow_step_id: from, subsequent_workflow_step_id: to, adjacent: 'Y' }],
  dm_workflow_backwards: [{ workflow_step_id: to, preceding_workflow_step_id: from, adjacent: 'Y' }],
});

const born: Readonly<Record<number, string>> = {
  1: '2015-01-01',
  2: '2015-01-01',
  3: '2010-01-01',
  4: '2006-01-01',
  5: '2009-01-01',
};
const persons = Object.keys(born).map(Number);

const plan = { workflow_step_type_id: 325 };
const steps: readonly Row[] = [
  // One plan of two steps, and a second that overlaps it: one plan, still open.
  step(10, 1, { ...plan, started_on: '2025-01-06 09:00', completed_on: '2025-02-01', responsible_team_id: 7 }),
  step(11, 1, { ...plan, started_on: '2025-02-01', completed_on: '2025-06-30', responsible_team_id: 8 }),
  step(12, 1, { ...plan, step_status: 'STARTED', started_on: '2025-06-01', responsible_team_id: 9 }),
  // Two plans with time between them, and a cancelled step that counts for nothing.
  step(20, 2, { ...plan, incoming_on: '2024-01-01', started_on: '2024-01-08', completed_on: '2024-03-01' }),
  step(21, 2, { ...plan, started_on: '2024-05-01', completed_on: '2024-06-01' }),
  step(22, 2, { ...plan, step_status: 'CANCELLED', started_on: '2024-02-01' }),
  // A strategy discussion on the Friday before Easter week, and the conference.
  step(30, 3, { started_on: '2023-03-31', strategy_discussion_date: '2023-03-31 14:00', is_section_47_enquiry: 'Y' }),
  step(31, 3, { cp_conference_category: 'Initial', cp_conference_actual_date: '2023-04-20 10:00' }),
  // Three reviews, one of them cancelled.
  step(40, 3, { lac_review_category: 'First', lac_review_date: '2024-01-19' }),
  step(41, 3, { lac_review_category: 'Second', lac_review_date: '2024-04-15' }),
  step(42, 3, { lac_review_category: 'Later', step_status: 'CANCELLED', cancelled_on: '2024-09-01' }),
];

const care = [
  { period_of_care_id: 1, person_id: 3, start_date: '2023-12-20' },
  { period_of_care_id: 2, person_id: 4, start_date: '2020-01-01', end_date: '2024-01-01' },
  { period_of_care_id: 3, person_id: 5, start_date: '2026-05-01' },
];

const sources: Readonly<Record<string, readonly Row[]>> = {
  dm_persons: persons.map((id) => ({ person_id: id, date_of_birth: born[id] ?? '' })),
  dm_subgroup_subjects: persons.map((id) => ({ subgroup_id: id, subject_compound_id: id, subject_type_code: 'PER' })),
  dm_workflow_steps: steps,
  dm_periods_of_care: care,
  dm_legal_statuses: care.map(({ period_of_care_id: id, person_id }) => ({ legal_status_id: id, person_id })),
  dm_cla_summaries: care.map(({ period_of_care_id: id, ...spell }) => ({ ...spell, legal_status_id: id })),
  dm_registrations: [
    { registration_id: 1, person_id: 3, registration_start_date: '2023-04-20', is_child_protection_plan: 'Y' },
  ],
};

beforeAll(async () => {
  database = await PGlite.create();
  for (const [table, columns] of Object.entries(tables)) {
    const typed = Object.entries(columns).map(([name, type]) => `${name} ${typeName(type)}`);
    await database.exec(`create table ${table} (${typed.join(', ')})`);
  }
  const chains = [follows(10, 11), follows(30, 31)];
  for (const part of [sources, ...chains]) for (const [table, rows] of Object.entries(part)) await insert(table, rows);
  await database.exec(
    "insert into report_days select d from generate_series(timestamp '2020-01-01', '2026-12-31', '1 day') d",
  );
  const { text } = renderTarget(standard, twin('mosaic', postgres), { ...config, parse: await loadParser() });
  await database.exec(text.replaceAll('CURRENT_DATE', "date '2026-06-01'"));
}, 120_000);

afterAll(() => database.close());

const typeName = (type: string) => (type.startsWith('str') ? 'text' : type.startsWith('dt') ? 'timestamp' : 'integer');

async function insert(table: string, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const values = Object.values(row).map((value) => `'${value}'`);
    await database.exec(`insert into ${table} (${Object.keys(row).join(', ')}) values (${values.join(', ')})`);
  }
}

/** Rows as texts, days without time. */
async function rowsOf(query: string): Promise<string[]> {
  const { rows } = await database.query<Record<string, unknown>>(query);
  return rows.map((row) =>
    Object.values(row)
      .map((value) => shown(value))
      .join(' '),
  );
}

const shown = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : `${value ?? '-'}`);

test('plans of a person that overlap are one, and its last step says who holds it', async () => {
  const found = await rowsOf(
    `select cinp_cin_plan_id, cinp_cin_plan_start_date, cinp_cin_plan_end_date, cinp_cin_plan_team
      from ssd_cin_plans order by cinp_cin_plan_start_date`,
  );
  expect(found).toEqual(['20.2 2024-01-01 2024-03-01 -', '21.2 2024-05-01 2024-06-01 -', '10.1 2025-01-06 - 9']);
});

test('a conference falls due fifteen working days after the strategy discussion, Easter left out', async () => {
  const found = await rowsOf(
    'select icpc_icpc_id, icpc_s47_enquiry_id, icpc_icpc_target_date, icpc_cp_plan_id from ssd_initial_cp_conference',
  );
  expect(found).toEqual(['31.3 30.3 2023-04-25 1']);
});

test('the first review falls due after twenty working days, the next after 91 and 183 days', async () => {
  const found = await rowsOf(
    `select clar_cla_review_id, clar_cla_id, clar_cla_review_due_date, clar_cla_review_date, clar_cla_review_cancelled
      from ssd_cla_reviews order by 1`,
  );
  expect(found).toEqual(['40.3 1 2024-01-22 2024-01-19 N', '41.3 1 2024-04-19 2024-04-15 N', '42.3 1 2024-10-15 - Y']);
});

test('rights after care follow from age, days in care and whether the young person has left', async () => {
  const found = await rowsOf(
    'select clea_person_id, clea_care_leaver_eligibility from ssd_care_leavers order by clea_person_id',
  );
  expect(found).toEqual(['3 d) Eligible', '4 b) Former relevant child']);
});
