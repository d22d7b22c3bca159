/** At the merge the rows become agreed and name their decision; no other byte changes, and nothing takes it back. */
import fc from 'fast-check';
import { apply } from '../../src/apply.js';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import { isIdentified, subjectKey, subjectOf } from '../../src/identifiers/subject.js';
import { recordFaults } from '../../src/record-proposal.js';
import { markAgreed } from '../../src/records/mark-agreed.js';
import { pairs } from '../changes/arbitrary.js';
import { type Files, filesOf, MemoryCopy, textOf } from '../fakes/memory-repository.js';
import { type ItemParts, object, specification } from '../fakes/specification.js';
import { HEADING, LINE } from './build.js';
import { CHANGELOG, LOG, record, repositoryOf, textsOf } from './proposal.js';

const CONFIG = defaultConfig(LAYOUTS[0]);
const REFERENCE = 'decisions/pull-request-12.jsonl';
const SENTENCE = `Agreed on 27/11/2026 (${REFERENCE}).`;

/** The plan for these texts. */
function planOf(files: Files, identifiers: readonly string[], date = '2026-11-27', reference = REFERENCE) {
  const read = (path: string) => {
    const file = files.get(path);
    return file ? textOf(file) : null;
  };
  return markAgreed({ identifiers, agreement: { reference, date }, config: CONFIG, textOf: read });
}

async function agreed(files: Files, identifiers: readonly string[], date?: string): Promise<Files> {
  const copy = new MemoryCopy(files);
  await apply(planOf(files, identifiers, date), copy);
  return copy.files;
}

function text(files: Files, path: string): string {
  const file = files.get(path);
  return file ? textOf(file) : '';
}

/** The log after the rows of `SSD-0028` are agreed. */
function logAfter(log: string): string {
  const [action] = planOf(filesOf({ [LOG]: log }), ['SSD-0028']).actions;
  return action?.path === LOG ? (action.text ?? '') : log;
}

describe('the row', () => {
  const OTHER = 'ADDR002A, ,"",  "SSD-0008"  ,ssd_address,"a ""quoted"" title\nover two lines",pending,"X",é,"=1+1"';
  const AGREED_LINE = LINE.replace('pending', 'agreed').replace('Rows fail.', `Rows fail. ${SENTENCE}`);

  test.each([
    ['becomes agreed and names its decision', `${HEADING}\n${LINE}\n`, `${HEADING}\n${AGREED_LINE}\n`],
    ['among others', `${HEADING}\n${OTHER}\n${LINE}\n\n${OTHER}`, `${HEADING}\n${OTHER}\n${AGREED_LINE}\n\n${OTHER}`],
    ['with CRLF and a mark', `\uFEFF${HEADING}\r\n${LINE}\r\n`, `\uFEFF${HEADING}\r\n${AGREED_LINE}\r\n`],
    [
      'with no notes yet',
      `${HEADING}\n${LINE.replace('Rows fail.', '')}\n`,
      `${HEADING}\n${AGREED_LINE.replace('Rows fail. ', '')}\n`,
    ],
    [
      'in the spelling of the log',
      `${HEADING}\n${LINE.replace('pending', 'Agreed').replace('0028', '0001')}\n${LINE}\n`,
      `${HEADING}\n${LINE.replace('pending', 'Agreed').replace('0028', '0001')}\n${AGREED_LINE.replace('agreed', 'Agreed')}\n`,
    ],
    [
      'in place of an earlier sentence, which nobody but us writes',
      `${HEADING}\n${LINE.replace('fail.', 'fail. Agreed on 01/01/2020 (decisions/pull-request-1.jsonl).')}\n`,
      `${HEADING}\n${AGREED_LINE}\n`,
    ],
  ])('%s', (_, before, after) => {
    expect(logAfter(before)).toBe(after);
  });

  test.each([
    ['withdrawn', LINE.replace('pending', 'withdrawn')],
    ['agreed', LINE.replace('pending', 'agreed')],
    ['Agreed', LINE.replace('pending', 'Agreed')],
    ['released', LINE.replace('pending', 'released')],
  ])('that is %s stays so', (_, line) => {
    expect(planOf(filesOf({ [LOG]: `${HEADING}\n${line}\n` }), ['SSD-0028']).actions).toEqual([]);
  });

  test('that is not there is no agreement', () => {
    expect(() => planOf(filesOf({ [LOG]: `${HEADING}\n${LINE}\n` }), ['SSD-0028', 'SSD-0031'])).toThrow(
      'spec/ssd_change_log.csv identifier-not-logged: SSD-0031 was merged and has no row.',
    );
    expect(() => planOf(filesOf({}), ['SSD-0028'])).toThrow('identifier-not-logged');
  });

  test('of a log that cannot be read says where', () => {
    expect(() => planOf(filesOf({ [LOG]: `${HEADING}\n"open` }), ['SSD-0028'])).toThrow(`${LOG}:2:1 unparseable-file`);
  });

  test('of nobody is nothing to do', () => {
    expect(planOf(filesOf({ [LOG]: `${HEADING}\n${LINE}\n` }), []).actions).toEqual([]);
  });
});

const ID: ItemParts = { ref: 'PERS001A', name: 'pers_id', primaryKey: true, size: 48 };
const SEX: ItemParts = { ref: 'PERS002A', name: 'pers_sex', size: 1, description: 'Sex of the child' };
const person = (...items: ItemParts[]) => textsOf(specification([object('ssd_person', items)]));
const BASE = repositoryOf(person(ID, SEX));

/** The standard with a size changed, recorded and agreed. */
async function agreedStandard(): Promise<Files> {
  const { files } = await record(BASE, repositoryOf(person(ID, { ...SEX, size: 2 })));
  return agreed(files, ['SSD-0001']);
}

describe('the records afterwards', () => {
  test('CHANGELOG.md shows status and decision; blocks and everything else stay byte by byte', async () => {
    const { files: before } = await record(BASE, repositoryOf(person(ID, { ...SEX, size: 2 })));
    const after = await agreed(before, ['SSD-0001']);
    const differing = [...after.keys()].filter((path) => text(after, path) !== text(before, path));
    expect(differing.sort()).toEqual([CHANGELOG, LOG].sort());
    const line = text(after, CHANGELOG)
      .split('\n')
      .find((found) => found.startsWith('| SSD-0001'));
    expect(line).toContain(`nothing is lost. ${SENTENCE} | agreed |`);
  });

  test('a second run, on whatever day, changes nothing', async () => {
    const once = await agreedStandard();
    expect(planOf(once, ['SSD-0001'], '2026-12-24').actions).toEqual([]);
  });

  test('agree with themselves on the branch that was merged into', async () => {
    const files = await agreedStandard();
    const { reviewed, plan } = await record(files, files, { changeRequest: 'main' });
    expect(recordFaults(reviewed, plan)).toEqual([]);
    expect(reviewed.review).toMatchObject({ verdict: 'fine', changes: [] });
  });

  test('agree against the base before the merge too: agreed is never pending or withdrawn again', async () => {
    const files = await agreedStandard();
    expect((await record(BASE, files)).plan.actions).toEqual([]);
    const back = new Map([...files, ...repositoryOf(person(ID, SEX))]);
    expect(text((await record(BASE, back)).files, LOG)).toBe(text(files, LOG));
  });

  test('a newer proposal about the item gets a row of its own', async () => {
    const files = await agreedStandard();
    const newer = new Map([...files, ...repositoryOf(person(ID, { ...SEX, size: 3 }))]);
    const { files: after } = await record(files, newer, { changeRequest: 'pull request 13' });
    const [, first, second] = text(after, LOG).split('\n');
    expect(text(files, LOG)).toContain(first ?? 'nothing');
    expect(second).toMatch(/^PERS002A,,,SSD-0002,.*,pending,change,pull request 13,/);
  });
});

test('whatever is agreed: only its rows and CHANGELOG.md change, and recording has nothing left to do', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, fc.infiniteStream(fc.boolean()), async ([from, to], coins) => {
      const base = repositoryOf(textsOf(from));
      const { files, reviewed } = await record(base, repositoryOf(textsOf(to)));
      const { identifiers } = reviewed.assignment;
      const chosen = [...identifiers.values()].filter(() => coins.next().value);
      const after = await agreed(files, chosen);
      const keys = new Set(reviewed.review.changes.filter(isIdentified).map((one) => subjectKey(subjectOf(one))));
      expect(chosen.length).toBeLessThanOrEqual(keys.size);
      const [before, now] = [text(files, LOG).split('\n'), text(after, LOG).split('\n')];
      const differing = now.filter((line, at) => line !== before[at]);
      expect(now).toHaveLength(before.length);
      expect(differing).toHaveLength(chosen.length);
      for (const line of differing)
        expect(line).toMatch(new RegExp(`,agreed,.*${SENTENCE.replace(/[.()]/g, '\\$&')}"?$`));
      const others = [...files.keys()].filter((path) => path !== LOG && path !== CHANGELOG);
      for (const path of others) expect(after.get(path)).toBe(files.get(path));
      expect((await record(base, after)).plan.actions).toEqual([]);
      expect((await record(after, after, { changeRequest: 'main' })).plan.actions).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
