/** All records of a proposal: written together, agreeing, and written only once. */
import fc from 'fast-check';
import { recordFaults } from '../../src/record-proposal.js';
import type { SourceFile } from '../../src/specification/source-file.js';
import { pairs } from '../changes/arbitrary.js';
import { type Files, fileOf, filesOf, textOf } from '../fakes/memory-repository.js';
import { type ItemParts, metadata, object, specification } from '../fakes/specification.js';
import { HEADING } from './build.js';
import { CHANGELOG, LOG, RELATIONSHIPS, type Recorded, record, repositoryOf, type Texts, textsOf } from './proposal.js';

const PERSON = 'spec/objects/ssd_person.yml';
const SQL = 'sql/eclipse.postgres.sql';

const ID: ItemParts = { ref: 'PERS001A', name: 'pers_id', primaryKey: true, size: 48, description: 'Identifier' };
const SEX: ItemParts = { ref: 'PERS002A', name: 'pers_sex', size: 1, description: 'Sex of the child' };

function person(...items: ItemParts[]): Texts {
  return textsOf(specification([object('ssd_person', items)]));
}

const BASE = {
  ...person(ID, SEX),
  [LOG]: `${HEADING}\nPERS001A,,01/02/2024 09:00,SSD-0027,ssd_person,is new,released,New Feature,meeting,Agreed\n`,
};

/** The records of a proposal that changes these files of the base. */
function propose(head: Texts, base: Texts = BASE): Promise<Recorded> {
  return record(repositoryOf(base), repositoryOf({ ...base, ...head }));
}

function written({ written: texts }: Recorded, path: string): string[] {
  return (texts.get(path) ?? '').split('\n');
}

describe('a change of one item', () => {
  const wider = propose(person(ID, { ...SEX, size: 2 }));

  test('is a row of the log, behind the others, its type spelled as the log spells types', async () => {
    expect(written(await wider, LOG).slice(2)).toEqual([
      'PERS002A,,,SSD-0028,ssd_person,size 1 becomes 2,pending,Change,pull request 12,The item holds more than before; nothing is lost.',
      '',
    ]);
  });

  test('is the metadata block of its item, and of no other', async () => {
    const lines = written(await wider, PERSON);
    expect(lines.slice(lines.indexOf('        metadata:'))).toEqual([
      '        metadata:',
      '          release_datetime: null',
      '          change_id: SSD-0028',
      '          item_changes_count: 1',
      '          change_reason: The item holds more than before; nothing is lost.',
      '          change_type: change',
      '',
    ]);
    expect(lines.filter((line) => line.includes('metadata:'))).toHaveLength(1);
  });

  test('stands in CHANGELOG.md before what is released', async () => {
    const lines = written(await wider, CHANGELOG);
    expect(lines.indexOf('## Pending')).toBeLessThan(lines.indexOf('## 01/02/2024 09:00'));
    expect(lines.filter((line) => line.startsWith('| SSD-0028 | PERS002A |'))).toHaveLength(1);
  });

  test('is in the SQL; a relationships file that is not there is not begun', async () => {
    expect([...(await wider).written.keys()].sort()).toEqual([CHANGELOG, SQL, PERSON, LOG].sort());
    expect(written(await wider, SQL).some((line) => /pers_sex.*\(2\)/.test(line))).toBe(true);
  });

  test('knows what each file said when the plan was made', async () => {
    const { plan } = await wider;
    expect(plan.actions.find(({ path }) => path === LOG)).toMatchObject({ kind: 'write-file', was: BASE[LOG] });
    expect(plan.actions.find(({ path }) => path === CHANGELOG)).toMatchObject({ was: null });
  });
});

describe('no change', () => {
  test('of items: nothing but what is generated is written', async () => {
    expect([...(await propose({})).written.keys()].sort()).toEqual([CHANGELOG, SQL]);
  });

  test('that is more than cosmetic: no row, no block', async () => {
    const { written: texts } = await propose(person(ID, { ...SEX, description: 'sex of the child.' }));
    expect([...texts.keys()].sort()).toEqual([CHANGELOG, SQL]);
  });
});

describe('a row of the base that becomes another', () => {
  const block = {
    release_datetime: null,
    change_id: 'SSD-0027',
    item_changes_count: 1,
    change_reason: 'Why',
    change_type: 'bug',
  };
  const blocked = (written: unknown) =>
    person({ ...ID, metadata: { ...metadata('SSD-0027'), written: written as Readonly<Record<string, string>> } }, SEX);
  const row = (date: string, status: string, notes = 'Why') =>
    `${HEADING}\nPERS001A,,${date},SSD-0027,ssd_person,is new,${status},Bug,meeting,${notes}\n`;
  const base = { ...blocked(block), [LOG]: row('', 'agreed') };
  const become = (log: string) => propose({ [LOG]: log }, base);

  test('takes its block along, and no other byte of the file', async () => {
    const found = await become(row('01/12/2026 09:00', 'released'));
    const before = (base as Texts)[PERSON] ?? '';
    expect(found.written.get(PERSON)).toBe(
      before.replace('release_datetime: null', 'release_datetime: "01/12/2026 09:00"'),
    );
    expect(recordFaults(found.reviewed, found.plan)).toContainEqual(
      expect.stringMatching(
        /^spec\/objects\/ssd_person\.yml:\d+: out-of-step: .*null".* Expected .*01\/12\/2026 09:00/,
      ),
    );
    const again = await record(repositoryOf(base), found.files);
    expect(again.plan.actions).toEqual([]);
    expect(again.reviewed.review).toMatchObject({ verdict: 'fine', changes: [], findings: [] });
  });

  test('takes it away where it is withdrawn', async () => {
    const found = await become(row('', 'withdrawn'));
    expect(found.written.get(PERSON)).not.toContain('metadata:');
    const again = await record(repositoryOf(base), found.files);
    expect(again.plan.actions).toEqual([]);
    expect(again.reviewed.review).toMatchObject({ verdict: 'fine', changes: [], findings: [] });
  });

  test('brings it back where it is taken up again', async () => {
    const withdrawn = { ...person(ID, SEX), [LOG]: row('', 'withdrawn') };
    const found = await propose({ [LOG]: row('', 'pending') }, withdrawn);
    expect(written(found, PERSON).filter((line) => line.includes('change_id: SSD-0027'))).toHaveLength(1);
  });

  test('and is only agreed: no YAML is written', async () => {
    const agreed = row('', 'agreed', 'Why Agreed on 01/02/2026 (decisions/pull-request-9.jsonl).');
    const found = await propose({ [LOG]: agreed }, { ...base, [LOG]: row('', 'pending') });
    expect(found.written.has(PERSON)).toBe(false);
  });

  test('a row that nobody gave brings no block', async () => {
    const forged = `${row('', 'agreed')}PERS002A,,,SSD-9999,ssd_person,is new,pending,Bug,meeting,Mine\n`;
    expect((await become(forged)).written.has(PERSON)).toBe(false);
  });
});

describe('items that come and go', () => {
  test('a removed item keeps a row in the log', async () => {
    const found = await propose(person(ID));
    expect(written(found, LOG)[2]).toMatch(/^PERS002A,,,SSD-0028,ssd_person,"?pers_sex is removed/);
    expect(found.written.has(PERSON)).toBe(false);
  });

  test('a new item has its block, and relationships follow its foreign key', async () => {
    const mother = { ref: 'PERS003A', name: 'pers_mother', foreignKey: 'ssd_person.pers_id', size: 48 };
    const found = await propose({ ...person(ID, SEX, mother), [RELATIONSHIPS]: 'relationships: []\n' });
    expect(written(found, PERSON).filter((line) => line.includes('change_type: new feature'))).toHaveLength(1);
    expect(written(found, RELATIONSHIPS)).toContain('  child_key: pers_mother');
  });

  test('relationships that a change brought go with it when it is taken back', async () => {
    const mother = { ref: 'PERS003A', name: 'pers_mother', foreignKey: 'ssd_person.pers_id', size: 48 };
    const base = repositoryOf({ ...BASE, [RELATIONSHIPS]: 'relationships: []\n' });
    const { files } = await record(base, new Map([...base, ...repositoryOf(person(ID, SEX, mother))]));
    const back = await record(base, new Map([...files, ...repositoryOf(person(ID, SEX))]));
    expect(back.written.get(RELATIONSHIPS)).toBe('---\nrelationships:\n');
    expect(written(back, LOG)[2]).toContain(',withdrawn,');
    expect((await record(base, back.files)).plan.actions).toEqual([]);
  });

  test('a change that is taken back by hand takes its block along', async () => {
    const base = repositoryOf(BASE);
    const [wider, other] = [
      { ...SEX, size: 2 },
      { ...ID, description: 'Number' },
    ];
    const { files } = await record(base, new Map([...base, ...repositoryOf(person(other, wider))]));
    const recorded = textOf(files.get(PERSON) as SourceFile);
    const head = new Map([...files, ...filesOf({ [PERSON]: recorded.replace('size: 2', 'size: 1') })]);
    const back = await record(base, head);
    const text = textOf(back.files.get(PERSON) as SourceFile);
    expect(text).toContain('change_id: SSD-0028');
    expect(text).not.toContain('change_id: SSD-0029');
    expect(text.match(/metadata:/g)).toHaveLength(1);
    const again = await record(base, back.files);
    expect(again.plan.actions).toEqual([]);
    expect(again.reviewed.review).toMatchObject({ verdict: 'fine', findings: [] });
  });

  test('and its item has the block of its earlier change again', async () => {
    const base = (await record(repositoryOf(BASE), repositoryOf({ ...BASE, ...person({ ...ID, size: 40 }, SEX) })))
      .files;
    const asIs = textOf(base.get(PERSON) as SourceFile);
    const changed = filesOf({ [PERSON]: asIs.replace('size: 40', 'size: 50') });
    const options = { changeRequest: 'pull request 13' };
    const { files } = await record(base, new Map([...base, ...changed]), options);
    const recorded = textOf(files.get(PERSON) as SourceFile);
    expect(recorded).toContain('change_id: SSD-0029');
    const head = new Map([...files, ...filesOf({ [PERSON]: recorded.replace('size: 50', 'size: 40') })]);
    const back = await record(base, head, options);
    expect(textOf(back.files.get(PERSON) as SourceFile)).toBe(asIs);
  });

  test('a clone whose line ends are CRLF is in step, and stays as it is', async () => {
    const lf = (await record(repositoryOf(BASE), repositoryOf(BASE))).files;
    const crlf = (files: Files) =>
      new Map([...files].map(([path, file]) => [path, fileOf(path, textOf(file).replaceAll('\n', '\r\n'))]));
    expect((await record(lf, crlf(lf))).plan.actions).toEqual([]);
    const mother = { ref: 'PERS003A', name: 'pers_mother', foreignKey: 'ssd_person.pers_id', size: 48 };
    const { written: texts } = await record(lf, crlf(new Map([...lf, ...repositoryOf(person(ID, SEX, mother))])));
    expect([...texts.keys()].sort()).toEqual([CHANGELOG, SQL, PERSON, LOG].sort());
    for (const text of texts.values()) expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('the script of an object that is gone goes with it, and nothing that a person put there', async () => {
    const pet = textsOf(specification([object('ssd_pet', [{ ...ID, ref: 'PETS001A', name: 'pets_id' }])]));
    const scripts = 'sql/eclipse.postgres';
    const own = { [`${scripts}/notes.sql`]: '-- mine\n-- for reading\n', 'sql/other/ssd_pet.sql': '-- mine\n' };
    const mapped = { ...BASE, ...own, 'spec/cms/eclipse/ssd_person.yml': 'not_held: paper\n' };
    const base = (await record(repositoryOf(mapped), repositoryOf({ ...mapped, ...pet }))).files;
    expect([...base.keys()].filter((path) => path.startsWith('sql/')).sort()).toEqual(
      [SQL, `${scripts}/ssd_person.sql`, `${scripts}/ssd_pet.sql`, ...Object.keys(own)].sort(),
    );
    const head = new Map([...base].filter(([path]) => path !== 'spec/objects/ssd_pet.yml'));
    const { reviewed, plan, files } = await record(base, head);
    expect(recordFaults(reviewed, plan)).toContain(
      `${scripts}/ssd_pet.sql:1: nothing is generated here. Expected no file.`,
    );
    expect(plan.actions).toContainEqual(expect.objectContaining({ path: `${scripts}/ssd_pet.sql`, text: null }));
    expect([...files.keys()].filter((path) => path.startsWith('sql/')).sort()).toEqual(
      [SQL, `${scripts}/ssd_person.sql`, ...Object.keys(own)].sort(),
    );
    expect((await record(base, files)).plan.actions).toEqual([]);
  });

  test('a re-referenced item has its old ref in the row', async () => {
    const found = await propose(person(ID, { ...SEX, ref: 'PERS009A' }));
    expect(written(found, LOG)[2]).toMatch(/^PERS009A,PERS002A,,SSD-0028,/);
  });
});

describe('the vocabulary of the blocks', () => {
  const release = {
    release: 'In review|pending',
    change_id: 'SSD-0027',
    change_source: 'x',
    versions_count: '1',
    impact_title: 'y',
    type: 'Bug',
  };
  const facts = { releaseDatetime: '', changeId: 'SSD-0027', itemChangesCount: 1, changeReason: '', changeType: '' };
  const withBlock = (parts: ItemParts): ItemParts => ({ ...parts, metadata: { ...facts, written: release } });
  const base = { ...BASE, ...person(withBlock(ID), SEX) };

  test('is the one that the repository has', async () => {
    const found = await propose(person(withBlock(ID), { ...SEX, size: 2 }), base);
    const lines = written(found, PERSON);
    expect(lines.slice(lines.lastIndexOf('        metadata:') + 1, -1)).toEqual([
      '          release: In review|pending',
      '          change_id: SSD-0028',
      '          change_source: pull request 12',
      '          versions_count: 1',
      '          impact_title: size 1 becomes 2',
      '          type: Change',
    ]);
  });

  test('is the configured one otherwise', async () => {
    const config = { '.github/spec-steward.yml': 'targets: [eclipse.postgres]\nmetadata: documented\n' };
    const found = await propose({ ...person(withBlock(ID), { ...SEX, size: 2 }), ...config }, base);
    expect(written(found, PERSON)).toContain(
      '          change_reason: The item holds more than before; nothing is lost.',
    );
  });

  test('a block that a person edited is written as the log has it', async () => {
    const forged = { ...release, change_id: 'SSD-9999' };
    const edited = { ...ID, metadata: { ...facts, written: forged } };
    const found = await propose(person(edited, SEX), base);
    expect(written(found, PERSON)).toContain('          change_id: SSD-0027');
    expect(found.written.get(PERSON)).not.toContain('SSD-9999');
    expect(found.written.has(LOG)).toBe(false);
  });
});

describe('a plan that is carried out leaves nothing to do', () => {
  /** The second plan over what the first has written. */
  async function again(base: Texts, { files }: Recorded): Promise<Recorded> {
    return record(repositoryOf(base), files);
  }

  test('as a proposal grows and shrinks, and its numbers stay', async () => {
    const first = await propose(person(ID, { ...SEX, size: 2 }));
    const grown = { ...Object.fromEntries([...first.files].map(([path, file]) => [path, textOf(file)])) };
    const withType = grown[PERSON]?.replace('description: Identifier', 'description: Identifier of the child') ?? '';
    const second = await record(repositoryOf(BASE), repositoryOf({ ...grown, [PERSON]: withType }));
    const ids = [...second.reviewed.assignment.identifiers.values()];
    expect(ids).toEqual(['SSD-0029', 'SSD-0028']);
    expect((await again(BASE, second)).plan.actions).toEqual([]);
    const back = await record(repositoryOf(BASE), repositoryOf({ ...grown, ...person(ID, SEX) }));
    expect(written(back, LOG)[2]).toMatch(/^PERS002A,.*,withdrawn,/);
    expect((await again(BASE, back)).plan.actions).toEqual([]);
  });

  const HOSTILE = [
    '=HYPERLINK("x")',
    '@org/everyone',
    ' padded ',
    "'quoted",
    'a|b',
    'two\nlines',
    'a: b # c',
    '</details>',
    '-1',
    'ＳＳＤ',
    'code set sex',
    "dept'; DROP TABLE x;--",
    '*/ DROP',
    '😀',
    'a\u202Eb',
  ];

  test.each(HOSTILE)('whatever an item is called: %j', async (text) => {
    const item = { ref: text, name: text, description: text, size: 1 };
    const base = { ...textsOf(specification([{ ...object('x', [item]), name: text }])) };
    const [from = ''] = Object.values(base);
    const texts = (size: number) => ({ [PERSON]: from.replace('size: 1', `size: ${size}`), [LOG]: `${HEADING}\r\n` });
    const first = await propose(texts(2), texts(1));
    expect(first.reviewed.assignment.identifiers.size).toBe(1);
    const second = await again(texts(1), first);
    expect(second.plan.actions).toEqual([]);
    expect([...second.reviewed.assignment.identifiers]).toEqual([...first.reviewed.assignment.identifiers]);
  });

  test('whatever the proposal, and with the logs of all times', async () => {
    const logs = fc.constantFrom(
      {},
      { [LOG]: BASE[LOG] ?? '' },
      { [LOG]: `\uFEFF${BASE[LOG]?.replaceAll('\n', '\r\n')}`, [RELATIONSHIPS]: 'relationships: []\n' },
      {
        [LOG]:
          'item_ref,change_datetime,change_ref_id,reason_text,data_quality_notes\nPERS001A,10/07/2023 09:00,SSD0002,why,ask\n',
      },
    );
    await fc.assert(
      fc.asyncProperty(pairs, logs, async ([from, to], log) => {
        const base = { ...textsOf(from), ...log };
        const first = await record(repositoryOf(base), repositoryOf({ ...textsOf(to), ...log }));
        const second = await again(base, first);
        expect(second.plan.actions).toEqual([]);
        expect([...second.reviewed.assignment.identifiers]).toEqual([...first.reviewed.assignment.identifiers]);
      }),
      { numRuns: 50 },
    );
  });
});
