/** The recorded history: every pair against its ground truth, and what is known of the pairs that were traps. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderJson } from '../../src/report/render-json.js';
import { recordedReview } from '../fakes/recorded.js';
import { describeWithShared, shared } from '../fakes/shared.js';

/** Changes found in each pair, none missed, none too many. */
const FOUND: Readonly<Record<string, number>> = {
  '00-01': 486,
  '01-02': 34,
  '02-03': 0,
  '03-04': 48,
  '04-05': 50,
  '05-06': 9,
  '06-07': 186,
  '07-08': 283,
  '08-09': 6,
  '19-20': 350,
  '20-21': 13,
  '21-22': 378,
  '22-23': 108,
  '23-24': 11,
  '24-25': 58,
  '25-26': 231,
};

describeWithShared('the recorded pairs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-score-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('each has its truth', () => {
    const truths = readdirSync(shared('upstream', 'truth')).sort();
    expect(truths).toEqual(Object.keys(FOUND).map((pair) => `yaml_${pair}.json`));
  });

  test.each(Object.entries(FOUND))('%s: %i changes found, recall and precision 1', async (pair, count) => {
    const { review } = await recordedReview(pair);
    const file = join(folder, `${pair}.json`);
    writeFileSync(file, renderJson(review));
    expect(score(pair, file).split('\n').at(-1)).toBe(
      `pair ${pair}: recall 1.0000 precision 1.0000 (${count} found, 0 missed, 0 extra)`,
    );
  });

  /** The scorer's lines; it exits 1 when anything is missed or too many. */
  function score(pair: string, file: string): string {
    const truth = shared('upstream', 'truth', `yaml_${pair}.json`);
    try {
      return execFileSync(process.execPath, [shared('tools', 'score-changes'), truth, file], {
        encoding: 'utf8',
      }).trim();
    } catch (error) {
      return String((error as { stdout?: unknown }).stdout).trim();
    }
  }

  /** `kind itemRef name: before -> after` of the changes of one object. */
  async function changesIn(pair: string, object: string): Promise<string[]> {
    const { review } = await recordedReview(pair);
    return review.changes
      .filter((change) => change.object === object && change.source === 'yaml')
      .map(({ kind, itemRef, name, before, after }) => `${kind} ${itemRef} ${name}: ${before} -> ${after}`);
  }

  async function titles(pair: string): Promise<string[]> {
    const { review } = await recordedReview(pair);
    return review.groups.map(({ members, title }) => `${members.length} ${title}`);
  }

  test('06-07: an item was inserted at the top and five refs were renumbered; they are asked back', async () => {
    const found = await changesIn('06-07', 'voice_of_child');
    expect(found.filter((line) => /item-(?:added|removed|renamed|ref-changed)/.test(line))).toEqual([
      expect.stringMatching(/^item-added VOC001A la_person_id: /),
      'item-ref-changed VOC002A voc_explained_worries: VOC001A -> VOC002A',
      'item-ref-changed VOC003A voc_story_help_understand: VOC002A -> VOC003A',
      'item-ref-changed VOC004A voc_agree_worker: VOC003A -> VOC004A',
      'item-ref-changed VOC005A voc_plan_safe: VOC004A -> VOC005A',
      'item-ref-changed VOC006A voc_tablet_help_explain: VOC005A -> VOC006A',
    ]);
    const { review } = await recordedReview('06-07');
    expect(review.questions.map(({ itemRef }) => itemRef)).toEqual(['VOC002A']);
    expect(review.questions[0]?.question).toContain('`voc_plan_safe` was VOC004A and is VOC005A');
  });

  test('21-22: the freed name prof_professional_id is another item’s now', async () => {
    const found = await changesIn('21-22', 'ssd_professionals');
    expect(found.filter((line) => line.startsWith('item-renamed'))).toEqual([
      'item-renamed PROF001A prof_professional_id: prof_table_id -> prof_professional_id',
      'item-renamed PROF010A prof_staff_id: prof_professional_id -> prof_staff_id',
    ]);
    const { review } = await recordedReview('21-22');
    expect(review.questions).toEqual([]);
  });

  test('02-03: a key renamed in every item is no change', async () => {
    const { review } = await recordedReview('02-03');
    expect(review.changes).toEqual([]);
    expect(review.verdict).toBe('fine');
  });

  test('00-01 and 01-02: one object beside the two that it replaces', async () => {
    expect(await titles('00-01')).toContain('24 pre_proceedings is new, with its items');
    expect(await titles('01-02')).toEqual(
      expect.arrayContaining(['7 plo_bronze is removed, with its items', '18 plo_silver is removed, with its items']),
    );
  });

  test('04-05: values split by a wrong separator are one pattern each', async () => {
    expect(await titles('04-05')).toEqual(
      expect.arrayContaining([
        '22 returns: gains 1bSpecified; loses 1b, specified',
        '6 returns: gains 1aDraft; loses 1a, draft',
      ]),
    );
  });

  test('07-08: letter case alone is cosmetic', async () => {
    const { review } = await recordedReview('07-08');
    const cosmetic = review.changes.filter((change) => change.class === 'cosmetic');
    expect(cosmetic).toHaveLength(88);
    expect(new Set(cosmetic.map(({ before, after }) => `${before} ${after}`))).toEqual(
      new Set(['DATE date', 'BOOLEAN boolean']),
    );
  });

  test('09-19: 27 items have a new ref that only old_item_ref links', async () => {
    const { review } = await recordedReview('09-19');
    const linked = review.changes.filter(({ kind }) => kind === 'item-ref-changed');
    expect(linked).toHaveLength(27);
    expect(linked.map(({ before, after }) => `${before} ${after}`)).toContain('PLB002A PREP002A');
  });

  test('19-20: a disclaimer is put before 205 texts at once', async () => {
    expect(
      (await titles('19-20')).filter((title) => title.startsWith('205 guidance gains "[Guidance text')),
    ).toHaveLength(1);
  });

  test('25-26: of 126 texts 125 are cut short by a broken export, one is rewritten', async () => {
    const { review } = await recordedReview('25-26');
    const texts = review.changes.filter(({ kind }) => kind === 'item-guidance-changed');
    const rewritten = texts.filter(({ reason }) => !reason.includes('cut short'));
    expect(texts).toHaveLength(126);
    expect(rewritten.map(({ itemRef, reason }) => [itemRef, reason])).toEqual([
      ['CONT005A', 'The text is rewritten; tables and loads are not concerned.'],
    ]);
  });
});
