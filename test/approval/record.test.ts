/** What is made of the record: instructions, simulation, merge groups, the history of an item, the audit. */
import { audit, type FoundMerge, type FoundPush } from '../../src/approval/audit.js';
import { auditHeadline, mergeSentence, rowSentence } from '../../src/approval/audit-sentences.js';
import { decidedOf } from '../../src/approval/decided.js';
import { append, type Draft, type Entry } from '../../src/approval/entry.js';
import { history, proposed } from '../../src/approval/history.js';
import { notAgreedInGroup } from '../../src/approval/merge-group.js';
import { noteAgreed, noteMerged } from '../../src/approval/notes.js';
import { pastSentence, wordsNote } from '../../src/approval/record-sentences.js';
import { rollOf } from '../../src/approval/roll.js';
import { simulate } from '../../src/approval/simulate.js';
import { noteSplit, openSplits, splitsSaidIn, stillWanted } from '../../src/approval/splits.js';
import { contentKey } from '../../src/approval/unit.js';
import type { LogRow } from '../../src/records/log-row.js';
import { type Phrase, plain } from '../../src/report/phrase.js';
import { aUnit, aWorld, commitOf, happen, stateOf, time, type World } from './world.js';

const told = (phrase: Phrase) => plain(phrase).replaceAll('`', '');

const roll = (world: World) => rollOf(world.policy, new Map());

describe('what people asked for', () => {
  const world = happen(
    aWorld(),
    [
      'proposed: undecided change SSD-0031, bug SSD-0032, bug SSD-0033, bug SSD-0034',
      'nina says /classify SSD-0031 bug a slip; nina says /classify SSD-0032 change it breaks loads; SSD-0032 is altered',
      'cara says /reason SSD-0031 first; cara says /reason SSD-0031, SSD-0032 asked for by 3 LAs; SSD-0032 is altered',
      'cara says /split SSD-0033, SSD-0034; SSD-0034 is altered',
    ].join('; '),
  );
  const decided = () => Object.fromEntries(decidedOf(world.units, world.entries, roll(world)));
  const subject = (id: string) => aUnit(id).subject;

  test('a type holds for the change that it was said of, the latest reason for whatever becomes of it', () => {
    expect(decided()).toEqual({
      [subject('SSD-0031')]: { changeType: 'bug', reason: 'asked for by 3 LAs', by: 'Nina West and cara' },
      [subject('SSD-0032')]: { reason: 'asked for by 3 LAs', by: 'cara' },
    });
  });

  test('what shall be split is still as it was', () => {
    const [wish, ...others] = openSplits(world.entries);
    expect(others).toEqual([]);
    expect(wish && stillWanted(wish, world.units).map(({ id }) => id)).toEqual(['SSD-0033']);
  });

  test('a wish that is done is told where it was said, and open no more', () => {
    const [wish] = openSplits(world.entries);
    const entries = wish ? append(world.entries, [noteSplit(wish, { at: wish.at, pull: 13, reason: '' })]) : [];
    expect(openSplits(entries)).toEqual([]);
    expect(splitsSaidIn(entries, wish?.source ?? '').map(({ pull }) => pull)).toEqual([13]);
    expect(splitsSaidIn(entries, 'comment 0')).toEqual([]);
  });

  test('a type counts as long as who said it is of the group', () => {
    happen(world, 'nina leaves the group');
    expect(decided()[subject('SSD-0031')]).toEqual({ reason: 'asked for by 3 LAs', by: 'cara' });
  });
});

describe('what if', () => {
  const world = happen(aWorld(), 'proposed: change SSD-0031; olga approves; esther approves');
  const what = (said: string) => {
    const { policy, entries, units, authors, now } = world;
    const context = { verdict: 'fine' as const, authors, roll: roll(world), now: time(now), unheard: [] };
    const content = { commit: commitOf(world), units };
    const { before, after, answer } = simulate(said, {
      policy,
      content,
      entries,
      context,
      changeTypes: ['bug', 'change'],
    });
    return [before.state, after.state, answer.map(told).join(' ')];
  };

  test.each([
    ['nina:approve', 'agreed', ''],
    ['@nina:/approve SSD-0031', 'agreed', ''],
    ['nina:object SSD-0031 too short', 'objected', ''],
    ['olga:override due', 'overridden', ''],
    ['olga:approve', 'waiting', ''],
    [
      'zoe:approve',
      'waiting',
      'Only the steering group decides here, and the policy of the base branch does not name you.',
    ],
    [
      'cara:approve',
      'waiting',
      'Only the steering group decides here, and the policy of the base branch does not name you.',
    ],
    ['nina:aprove', 'waiting', 'There is no command /aprove. Did you mean /approve? /help lists what you may say.'],
    ['nina', 'waiting', expect.stringContaining('nina is nothing that somebody says.')],
    [':approve', 'waiting', expect.stringContaining(':approve is nothing that somebody says.')],
  ])('%s: %s', (said, after, answer) => {
    expect(what(said)).toEqual(['waiting', after, answer]);
  });

  test('records nothing', () => {
    expect(stateOf(world).state).toBe('waiting');
  });
});

describe('a merge group', () => {
  const agreed = happen(aWorld(), 'proposed: bug SSD-0031, documentation SSD-0032; nina approves');
  const waiting = happen(aWorld(), 'proposed: bug SSD-0033');
  const notAgreed = (world: World, ...units: World['units']) =>
    notAgreedInGroup(units, [stateOf(agreed), stateOf(waiting)], world.policy).map(({ id }) => id);

  test('has what its pull requests agreed to', () => {
    expect(notAgreed(agreed, ...agreed.units)).toEqual([]);
    expect(notAgreed(agreed, ...agreed.units, aUnit('SSD-0040', { track: 'documentation' }))).toEqual([]);
  });

  test('has nothing else, nothing altered, and nothing that still waits', () => {
    expect(notAgreed(agreed, ...agreed.units, ...waiting.units, aUnit('SSD-0041'))).toEqual(['SSD-0033', 'SSD-0041']);
    expect(notAgreed(agreed, aUnit('SSD-0031', { track: 'bug', fingerprint: 'another' }))).toEqual(['SSD-0031']);
    expect(notAgreed(agreed, aUnit('SSD-0031', { track: 'bug', sql: { 'mosaic.sqlserver': 'x' } }))).toEqual([
      'SSD-0031',
    ]);
  });
});

function aRow(given: Partial<LogRow> = {}): LogRow {
  return {
    itemRef: 'PERS001A',
    oldItemRef: '',
    releaseDatetime: '',
    changeId: 'SSD-0031',
    changeObjectName: 'ssd_person',
    changeImpactTitle: '',
    changeStatus: 'agreed',
    changeType: 'change',
    changeSource: 'pull request 12',
    changeImpactNotes: '',
    ...given,
  };
}

/** A story about PERS001A, merged at its end. */
function merged(story: string, given: { readonly forced?: boolean; readonly noted?: boolean } = {}): readonly Entry[] {
  const world = aWorld();
  world.units = [aUnit('SSD-0031', { subject: 'ssd_person PERS001A ' })];
  happen(world, `a bot commit${story === '' ? '' : `; ${story}`}`);
  const content = { commit: commitOf(world), units: world.units };
  const by = { login: 'root', name: 'root', organisation: '', roles: [] };
  const notes: Draft[] = [
    ...(given.noted === false ? [] : [noteAgreed(content, time(world.now))]),
    noteMerged({ ...content, at: time(world.now), by, forced: given.forced ?? false }),
  ];
  return append(world.entries, notes);
}

const record = (entries: readonly Entry[], pullRequest = 12) => [{ pullRequest, entries }];

describe('the audit', () => {
  const ALL = 'olga approves; esther approves; henry approves';
  const verdicts = (entries: readonly Entry[], found: readonly FoundMerge[] = [], rows = [aRow()]) => {
    const history = found.length > 0 ? { merges: found, pushes: [], earlier: [] } : null;
    const result = audit(rows, entries.length > 0 ? record(entries) : [], history);
    const sentences = [...result.rows.map(rowSentence), ...result.merges.map(mergeSentence)];
    return [result.isClean, ...sentences.map(told)];
  };

  test('an agreed change has the decisions that cover it', () => {
    expect(verdicts(merged(ALL))).toEqual([
      true,
      'SSD-0031 (PERS001A, #12): decided by Olga Brown, Esther Cole, Henry Dale.',
      '#12 was merged with approval by root.',
    ]);
  });

  test.each<readonly [what: string, entries: readonly Entry[], row: string, merge: string]>([
    [
      'nobody decided',
      merged('', { noted: false }),
      'nobody decided',
      'merged without approval by root; not agreed to: SSD-0031',
    ],
    [
      'other content was decided on',
      merged(`${ALL}; SSD-0031 is altered`, { noted: false }),
      'the decisions are on other content than was merged',
      'merged without approval by root; not agreed to: SSD-0031',
    ],
    [
      'it was taken back',
      merged('nina approves; nina says /withdraw', { noted: false }),
      'nobody decided',
      'without approval',
    ],
    ['there is no record', [], 'there is no record of what was merged', ''],
  ])('%s', (_, entries, row, merge) => {
    const [isClean, ...sentences] = verdicts(entries);
    expect(isClean).toBe(false);
    expect(sentences[0]).toContain(row);
    expect(sentences[1] ?? '').toContain(merge);
  });

  test('what nobody is asked about is agreed by the note alone', () => {
    expect(verdicts(merged(''))).toEqual([
      true,
      'SSD-0031 (PERS001A, #12): agreed; the policy asked nobody.',
      '#12 was merged with approval by root.',
    ]);
  });

  test('a merge over a failing check is told as such', () => {
    const [isClean, , sentence] = verdicts(merged('', { forced: true, noted: false }));
    expect([isClean, sentence]).toEqual([
      false,
      '#12 was merged over a failing check by root; not agreed to: SSD-0031.',
    ]);
  });

  test('what the history has is believed before the record', () => {
    const other = { ...aUnit('SSD-0031', { subject: 'ssd_person PERS001A ' }), fingerprint: 'another' };
    const found: FoundMerge = { pullRequest: 12, commit: 'c9', by: 'root', units: [other] };
    const [isClean, row, merge] = verdicts(merged(ALL), [found]);
    expect(isClean).toBe(false);
    expect(row).toContain('the decisions are on other content than was merged');
    expect(merge).toContain('merged without approval');
  });

  test('a merge without any record is found', () => {
    const found: FoundMerge = { pullRequest: 13, commit: 'c9', by: 'root', units: null };
    expect(verdicts([], [found], [])).toEqual([false, '#13 was merged without approval by root.']);
  });

  test('a decision after the merge comes too late', () => {
    const entries = merged('', { noted: false });
    const [first] = happen(aWorld(), 'proposed: bug SSD-0031; nina approves').entries.filter(
      ({ kind }) => kind === 'approve',
    );
    if (first?.kind !== 'approve') throw new Error('nobody approved');
    const covers = entries.at(-1)?.covers ?? [];
    const late = append(entries, [{ ...first, at: '2027-01-01T00:00:00.000Z', covers }]);
    expect(covers.map(contentKey)).toHaveLength(1);
    expect(verdicts(late)[1]).toContain('nobody decided');
  });

  test('whom the policy asks is not left to the note that it was agreed', () => {
    const unit = aUnit('SSD-0031', { subject: 'ssd_person PERS001A ' });
    const merge = { pullRequest: 12, commit: 'c9', by: 'root', units: [unit], asked: [unit.subject] };
    expect(verdicts(merged(''), [merge])).toEqual([
      false,
      'SSD-0031 (PERS001A, #12): not covered: nobody decided.',
      '#12 was merged without approval by root; not agreed to: SSD-0031.',
    ]);
    expect(verdicts(merged(''), [{ ...merge, asked: [] }])).toEqual([
      true,
      'SSD-0031 (PERS001A, #12): agreed; the policy asked nobody.',
      '#12 was merged by root; the policy asked nobody.',
    ]);
  });

  test('a merge by the rules is agreed while its rows still wait to say so', () => {
    const unit = aUnit('SSD-0031', { subject: 'ssd_person PERS001A ' });
    const merge = { pullRequest: 12, commit: 'c9', by: 'root', units: [unit], asked: [unit.subject] };
    const waiting = aRow({ changeStatus: 'pending' });
    expect(verdicts(merged(ALL, { noted: false }), [merge], [waiting])).toEqual([
      true,
      '#12 was merged with approval by root.',
    ]);
  });

  test('a merge that the branch has lost is told', () => {
    const result = audit([], record(merged(ALL)), { merges: [], pushes: [], earlier: [] });
    expect([result.isClean, result.merges.map(mergeSentence).map(told)]).toEqual([
      false,
      ['#12 was merged by root, and the history of this branch does not have that merge.'],
    ]);
  });

  test('what cannot be read is not as the record says', () => {
    const merge = { pullRequest: 12, commit: 'c9', by: 'root', units: null, asked: [], isUnreadable: true };
    expect(verdicts(merged(ALL), [merge])).toEqual([
      false,
      'SSD-0031 (PERS001A, #12): not covered: there is no record of what was merged.',
      '#12 was merged by root, and what was merged cannot be read.',
    ]);
  });

  test('what came before that which is judged is left out', () => {
    const result = audit([aRow()], record(merged('')), { merges: [], pushes: [], earlier: [12] });
    expect(result).toEqual({ rows: [], merges: [], pushes: [], isClean: true });
  });

  test('pushes: what nobody is asked about and is logged is in order, all else is not', () => {
    const unit = aUnit('SSD-0031');
    const push = { commit: 'c'.repeat(40), by: 'anna', units: [unit], asked: [], unlogged: [] };
    const verdictOf = (given: Partial<FoundPush>) => {
      const { pushes, isClean } = audit([], [], { merges: [], pushes: [{ ...push, ...given }], earlier: [] });
      return [isClean, ...pushes.map(({ verdict, notAgreed, unlogged }) => [verdict, notAgreed, unlogged])];
    };
    expect(verdictOf({})).toEqual([true, ['noted', [], []]]);
    expect(verdictOf({ asked: [unit.subject] })).toEqual([false, ['undecided', ['SSD-0031'], []]]);
    expect(verdictOf({ unlogged: [unit.subject] })).toEqual([false, ['noted', [], ['SSD-0031']]]);
    expect(verdictOf({ units: null })).toEqual([false, ['unreadable', [], []]]);
  });

  test('rows that are not agreed are not asked for', () => {
    const result = audit([aRow({ changeStatus: 'pending' })], [], null);
    expect([result.isClean, told(auditHeadline(result))]).toEqual([
      true,
      '0 agreed changes, 0 merges: each has a decision that covers it.',
    ]);
  });
});

describe('the history of an item', () => {
  const entries = merged(
    'nina says /object SSD-0031 too short; nina approves; olga approves; the last review of olga is dismissed',
  );

  test('has what was said of each change, also what counts no longer', () => {
    const [change, ...others] = history('PERS001A', [aRow(), aRow({ itemRef: 'PERS002A' })], record(entries));
    expect(others).toEqual([]);
    expect(change?.said.map((word) => told(pastSentence(word)))).toEqual([
      '2026-11-02 Nina West (NW ADCS) objected in comment 1 on #12: too short',
      '2026-11-02 Nina West (NW ADCS) approved in review 1 on #12',
      '2026-11-02 Olga Brown (D2I) approved in review 2 on #12, which does not count any more',
      '2026-11-02 the App noted that it is agreed, #12',
      '2026-11-02 root merged it, #12',
    ]);
  });

  test('follows an item through its refs, newest first', () => {
    const rows = [
      aRow({
        itemRef: 'OLDE001A',
        changeId: 'SSD-0001',
        releaseDatetime: '01/02/2024 09:00',
        changeSource: 'spreadsheet',
      }),
      aRow({ oldItemRef: 'OLDE001A' }),
    ];
    const found = history('PERS001A', rows, record(entries));
    expect(found.map(({ row, pullRequest }) => [row.changeId, pullRequest])).toEqual([
      ['SSD-0031', 12],
      ['SSD-0001', 0],
    ]);
    expect(found[1]?.said).toEqual([]);
  });

  test('says nothing of another change in another pull request', () => {
    expect(history('PERS001A', [aRow({ changeId: 'SSD-0040' })], record(entries, 13))[0]?.said).toEqual([]);
  });

  test('has what was said before the change got a pull request of its own', () => {
    const own = [{ pullRequest: 13, entries: [] }];
    const [change] = history('SSD-0031', [aRow({ changeSource: 'pull request 13' })], [...record(entries), ...own]);
    expect(change?.pullRequest).toBe(13);
    expect(change?.said.map((word) => told(pastSentence(word)))).toContain(
      '2026-11-02 Nina West (NW ADCS) objected in comment 1 on #12: too short',
    );
  });

  test('has the very words where the sentence lacks them', () => {
    const said = history('SSD-0031', [aRow()], record(entries))[0]?.said ?? [];
    expect(said.map((word) => told(wordsNote(word))).join('')).toBe('');
    const world = happen(aWorld(), 'proposed: bug SSD-0031; nina says /approve SSD-0031');
    const [own] = proposed('SSD-0031', [], record(world.entries));
    expect(own?.said.map((word) => told(wordsNote(word)))).toEqual(['In these words: /approve SSD-0031']);
  });

  test('what the log has not got is proposed, also while nobody has said anything', () => {
    const world = happen(aWorld(), 'proposed: bug SSD-0031, bug SSD-0032; nina approves');
    const found = proposed('SSD-0032', [], record(world.entries));
    expect(found.map(({ id, pullRequest, said }) => [id, pullRequest, said.length])).toEqual([['SSD-0032', 12, 1]]);
    const row = aRow({ changeId: 'SSD-0032', changeSource: 'pull request 12' });
    expect(proposed('SSD-0032', [row], record(world.entries))).toEqual([]);
    expect(proposed('SSD-0033', [], record(world.entries))).toEqual([]);
    const other = happen(aWorld(), 'proposed: bug SSD-0032; olga approves');
    const both = [...record(world.entries), ...record(other.entries, 13)];
    expect(proposed('SSD-0032', [], both).map(({ pullRequest, said }) => [pullRequest, said.length])).toEqual([
      [13, 2],
    ]);
  });
});
