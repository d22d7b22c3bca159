/** What people read of the approval: complete, in its limits, and harmless whatever somebody wrote. */
import { approvalCheck, approvalCommentSection } from '../../src/approval/check.js';
import { renderOutline } from '../../src/report/render-markdown.js';
import { expectInert } from '../pull-request/inert.js';
import { aTarget } from '../report/build.js';
import { aUnit, aWorld, happen, POLICIES, stateOf, type World } from './world.js';

const check = (world: World) => approvalCheck(stateOf(world));

function comment(world: World): string {
  const section = approvalCommentSection(stateOf(world));
  return renderOutline({ mark: '', headline: '', about: [], sections: [section] }, { limit: 60_000 });
}

const told = (markdown: string) => markdown.replaceAll('`', '').replaceAll('\\', '');

const BUSY = [
  'proposed: change SSD-0031 with mosaic and eclipse SQL, documentation SSD-0032, bug SSD-0035',
  'olga approves; nina says /object SSD-0035 the size does not fit; SSD-0031 is altered; new feature SSD-0033 is added',
  'henry pushes a commit; henry approves; a commit by "Pat Lee" without an account; sam says /approve SSD-0031',
].join('; ');

test('the check says what a person must know, what is to be done first', () => {
  const { name, conclusion, title, summary, text } = check(happen(aWorld(), BUSY));
  expect([name, conclusion, title]).toEqual(['spec-steward/approval', 'failure', '1 objection is open, to SSD-0035']);
  expect(told(summary)).toBe(
    `
1 objection is open, to SSD-0035

### Objections

- Nina West objects to SSD-0035 (ssd_person.ssd-0035: type char becomes int): the size does not fit

### What is missing

- SSD-0031: 2 more people, 1 more organisation, somebody who speaks for each of eclipse, mosaic.
- SSD-0033: 3 more people, 2 more organisations.
- The policy names too few people for SSD-0031: even everybody together would not be enough.

### Who may still decide

- D2I: Olga Brown, Sam Reed.
- Essex: Esther Cole.
- NW ADCS: Nina West.
- Knowsley: Kim Hall (in a meeting, minuted).

### Since you last looked

An approval is for the content that was shown. What stays the same stays approved; only what is new or altered is asked again.

- Olga Brown, since 2026-11-02: the approval does not cover SSD-0031 (altered); new: SSD-0033.
- Nina West, since 2026-11-02: SSD-0031 (altered); new: SSD-0033.

### What does not count

- The approval of Henry Dale (SSD-0031, SSD-0032, SSD-0035, SSD-0033) does not count: Henry Dale wrote part of this proposal.
- Commits of Pat Lee belong to no account. Please see that none of those who agreed wrote them.

### How to decide

- Agree to all by approving in a review, or to some by a comment: /approve SSD-0028..0040, /approve documentation.
- Object to one with /object SSD-0031 reason; /split SSD-0031 takes it out, so that the others need not wait.
- /help lists what you may say here.
`.trim(),
  );
  expect(told(text).split('\n')).toEqual([
    '| Change | What changes | Type | Agreed by | Missing |',
    '| --- | --- | --- | --- | --- |',
    expect.stringMatching(/^\| SSD-0031 \| .* \| change \| Sam Reed \(D2I\) \| 2 more people, .* \|$/),
    expect.stringMatching(/^\| SSD-0033 \| .* \| new feature \| {2}\| 3 more people, 2 more organisations \|$/),
    expect.stringMatching(/^\| SSD-0035 \| .* \| bug \| Olga Brown \(D2I\) \| nothing \|$/),
    expect.stringMatching(/^\| SSD-0032 \| .* \| documentation \| Olga Brown \(D2I\) \| nobody is asked \|$/),
  ]);
});

test('the comment has the same in short, without how to decide', () => {
  const text = told(comment(happen(aWorld(), BUSY)));
  expect(text).toContain('### Approval\n\n1 objection is open, to SSD-0035\n\n**Objections**');
  expect(text).toContain(
    '**Since you last looked**\n\n- Olga Brown, since 2026-11-02: the approval does not cover SSD-0031',
  );
  expect(text).not.toContain('How to decide');
});

test.each([
  ['proposed: documentation SSD-0031', 'success', 'Nothing here needs the steering group'],
  ['proposed: bug SSD-0031; nina approves', 'success', 'The steering group has agreed to exactly this'],
  ['proposed: bug SSD-0031; olga says /hold no', 'failure', 'Held by Olga Brown: no'],
  ['proposed: bug SSD-0031', 'failure', '1 of 1 change waits: 1 more person'],
])('%s: %s', (story, conclusion, title) => {
  expect(check(happen(aWorld(), story))).toMatchObject({ conclusion, title });
});

test('an override stands there with its reason, and one for other content as what it is', () => {
  const world = happen(aWorld(), 'proposed: change SSD-0031; olga says /override the return is due');
  expect(told(check(world).summary)).toContain(
    'Olga Brown agreed in the place of the steering group: the return is due',
  );
  expect(check(world).summary).not.toContain('What is missing');
  happen(world, 'SSD-0031 is altered');
  expect(told(check(world).summary)).toContain(
    'What Olga Brown overrode does not count, because that was for other content than this: the return is due',
  );
});

test('a minuted decision stands there with its meeting and who minuted it', () => {
  const world = happen(aWorld(), 'proposed: bug SSD-0031; sam says /minute approve by "Knowsley" meeting 2026-11-02');
  expect(told(check(world).text)).toContain('| Knowsley, meeting 2026-11-02, minuted by Sam Reed | nothing |');
});

test('where nobody is named, it says how to name them', () => {
  const { conclusion, summary } = check(happen(aWorld(POLICIES['nobody is named']), 'proposed: bug SSD-0031'));
  expect(conclusion).toBe('failure');
  expect(told(summary)).toContain(
    'Name the steering group on the base branch, in .github/spec-steward.yml under approval.people',
  );
});

test('other SQL alone is told as that, with its targets', () => {
  const world = happen(
    aWorld(),
    'proposed: change SSD-0031 with mosaic SQL; olga approves; only the SQL of SSD-0031 is altered',
  );
  expect(told(check(world).summary)).toContain('the approval does not cover SSD-0031 (other SQL for mosaic.sqlserver)');
});

test('four hundred changes fit', () => {
  const world = aWorld();
  world.units = Array.from({ length: 400 }, (_, index) =>
    aUnit(`SSD-${String(index).padStart(4, '0')}`, { title: 'long “ö” '.repeat(25), cms: ['mosaic'] }),
  );
  happen(world, 'a bot commit; olga approves; nina says /object all no; a bot commit');
  const { title, summary, text } = check(world);
  expect(title.length).toBeLessThanOrEqual(250);
  expect(summary.length).toBeLessThan(10_000);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_535);
  expect(told(text).split('\n').slice(2)).toEqual([
    expect.stringMatching(
      /^\| SSD-0000\.\.0399 \| 400 changes \| change \| Olga Brown \(D2I\) \| 2 more people, .* \|$/,
    ),
  ]);
});

test('where nobody is asked about many, they stand in one row for each type', () => {
  const world = aWorld();
  const ids = Array.from({ length: 40 }, (_, index) => `SSD-${String(index + 1).padStart(4, '0')}`);
  world.units = ids.map((id, index) => aUnit(id, { track: index === 20 ? 'change' : 'documentation' }));
  happen(world, 'a bot commit');
  expect(told(check(world).text).split('\n').slice(2)).toEqual([
    expect.stringMatching(/^\| SSD-0021 \| .* \| change \| {2}\| 3 more people, 2 more organisations \|$/),
    '| SSD-0001..0020, SSD-0022..0040 | 39 changes | documentation |  | nobody is asked |',
  ]);
});

test('what GitHub counts in bytes is counted in bytes', () => {
  const world = aWorld();
  world.units = Array.from({ length: 400 }, (_, index) =>
    aUnit(`SSD-${1000 + index}`, { title: 'Ж…'.repeat(60), track: `type ${index}` }),
  );
  happen(world, 'a bot commit');
  const { summary, text } = check(world);
  expect(text).toMatch(/\nand \d+ more$/);
  expect(Buffer.byteLength(text)).toBeGreaterThan(60_000);
  for (const one of [summary, text]) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(65_535);
});

test('four hundred changes and thirty pushes are judged at once', () => {
  const world = aWorld();
  world.units = Array.from({ length: 400 }, (_, index) =>
    aUnit(`SSD-${String(index).padStart(4, '0')}`, { isMajor: true, cms: ['mosaic', 'eclipse', 'liquid_logic'] }),
  );
  const pushes = Array.from({ length: 30 }, (_, index) => `SSD-${String(index).padStart(4, '0')} is altered`);
  happen(
    world,
    ['a bot commit', ...pushes.flatMap((push) => [push, 'olga says /approve', 'nina approves'])].join('; '),
  );
  const before = process.cpuUsage();
  expect(stateOf(world).state).toBe('waiting');
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
});

test('a reason without an end is shown as far as it can be read', () => {
  const world = happen(aWorld(), `proposed: bug SSD-0031; nina says /object SSD-0031 ${'no '.repeat(20_000)}`);
  expect(check(world).summary.length).toBeLessThan(2_500);
  expect(world.entries.at(-1)?.words.length).toBe(4_000);
});

test('an objection of somebody who has left is told as that', () => {
  const world = happen(aWorld(), 'proposed: bug SSD-0031; nina says /object SSD-0031 no; nina leaves the group');
  expect(told(check(world).summary)).toContain(
    'The objection of Nina West to SSD-0031 does not count: Nina West is not of the steering group any more.',
  );
});

test.each([
  '@org/everyone closes #1',
  '</details><script>x</script>',
  '[x](https://evil.example) ![y](z)',
  '``` | a | b',
  '<!-- spec-steward:report -->',
  '$'.concat('{{ secrets.X }}'),
  'a\u202eb\u200bc',
])('reasons and names come harmless: %s', (words) => {
  const world = aWorld();
  world.units = [aUnit('SSD-0031', { title: words })];
  happen(world, `a bot commit; nina says /object SSD-0031 ${words}`);
  happen(world, `a commit by "${words}" without an account; olga says /override ${words}; SSD-0031 is altered`);
  const { title, summary, text } = check(world);
  for (const markdown of [summary, text, comment(world)]) expectInert(markdown);
  expect(title).not.toMatch(/@\w|#\d|<!--/);
  happen(world, `olga says /hold ${words}`);
  expectInert(check(world).summary);
});

test('names the digest of each target that changes, and of no other', () => {
  const sql = [aTarget(), aTarget({ target: 'mosaic.oracle', digest: '', objects: [] })];
  const { summary } = approvalCheck(stateOf(happen(aWorld(), BUSY)), sql);
  expect(told(summary)).toContain(
    `### The SQL that is agreed to

- liquid_logic.sqlserver: digest abababababab; 1 table, 1 column renamed; re-run needed: yes; migration: safe`,
  );
  expect(summary).not.toContain('mosaic.oracle');
});
