/** The biggest change in the recorded history of the real standard, as one pull request. */
import { recordedReview, recordedVersion } from '../fakes/recorded.js';
import { describeWithShared } from '../fakes/shared.js';
import { CONFIG, POLICY } from './approving.js';
import {
  type ApiCommit,
  api,
  BOT,
  beginStory,
  botComments,
  checkOf,
  commitsOf,
  conclusions,
  logRows,
  propose,
  pullOf,
  REPOSITORY,
  register,
  type Story,
  textAt,
} from './story.js';

type Files = Readonly<Record<string, string>>;

/** What a recorded version has, as texts. */
function filesOf(version: string): Files {
  const files = [...recordedVersion(version).files.values()];
  return Object.fromEntries(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
}

const OURS = /^(?:CHANGELOG\.md|docs\/admin\/ssd_change_log\.csv|data\/objects\/[\w]+\.yml|sql\/[\w.]+\.sql)$/;
const EPISODES = 'data/objects/ssd_cla_episodes.yml';
const IMMUNISATIONS = 'data/objects/ssd_cla_immunisations.yml';
const CHANGE_LOG = 'docs/admin/ssd_change_log.csv';

/** Lines of a metadata block, which is ours. */
const METADATA = /^ {4}metadata:|^ {6}(?:release_datetime|change_\w+|item_changes_count|impact_title|type): /;

/** The three errors that version 22 brings, as its authors might mend them. */
function mended(files: Files): Files {
  const { [EPISODES]: episodes = '', [IMMUNISATIONS]: immunisations = '' } = files;
  return {
    [EPISODES]: episodes.replace('ssd_cla_placements.clap_placement_id', 'ssd_cla_placement.clap_cla_placement_id'),
    [IMMUNISATIONS]: immunisations
      .replace('    type: nvarchar\n', '    type: nvarchar\n    primary_key: true\n')
      .replace('    item_ref: CLAI005A\n', '    item_ref: CLAI005A\n    type: datetime\n'),
  };
}

/** Lines of one text that the other has lost, however often each stands in it. */
function lost(before: string, after: string): string[] {
  const kept = new Set(after.split(/\r?\n/));
  return before.split(/\r?\n/).filter((line) => !kept.has(line));
}

describeWithShared('the pair 21-22 of the recorded versions, 378 changes', () => {
  let story: Story;
  afterEach(() => story.close());

  test('goes through: one comment within the limit, remarks in order, and once it is mended one commit', async () => {
    const [before, after] = [filesOf('21'), filesOf('22')];
    story = await beginStory({ files: { 'README.md': 'The standard\n', [CONFIG]: POLICY, ...before } });
    const gone = Object.keys(before).filter((path) => !(path in after));
    const files = { ...Object.fromEntries(gone.map((path) => [path, null])), ...after };
    const number = await propose(story, { files });
    expect(conclusions(story, number)).toEqual(['failure', 'failure']);
    const [comment = ''] = botComments(story, number);
    expect(comment.length).toBeGreaterThan(50_000);
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment).toContain('378 changes to 340 items in 45 data objects');
    expect(await textAt(story.twin, 'spec-steward/register', `reports/${number}.md`)).toContain('ssd_mother');
    await expectRemarks(number);
    expect(await commitsOf(story, 'main', 'proposal')).toHaveLength(1);

    const fixes = mended(after);
    await story.twin.as('anna').push(REPOSITORY, 'proposal', { files: fixes, message: 'Mend three errors' });
    await story.rest();
    expect(conclusions(story, number)).toEqual(['success', 'success']);
    expect(botComments(story, number)).toHaveLength(1);
    expect(botComments(story, number)[0]?.length).toBeLessThanOrEqual(65_536);
    await expectRecords(number, { ...after, ...fixes });
    expectApproval(number);
  }, 180_000);

  /** All remarks of the review, in its order. */
  async function expectRemarks(number: number): Promise<void> {
    const { review } = await recordedReview('21-22');
    const { annotations, status } = checkOf(story, number, 'specification');
    expect(status).toBe('completed');
    const places = review.findings.map(({ file, line, rule }) => `${file}:${line ?? 1} ${rule}`);
    expect(annotations.map(({ path, start_line, title }) => `${path}:${start_line} ${title?.split(':')[0]}`)).toEqual(
      places,
    );
    expect(annotations.filter((one) => one.annotation_level === 'failure').map(({ title }) => title)).toEqual([
      'foreign-key-dangling: CLAE013A',
      'primary-key-missing: ssd_cla_immunisations',
      'unknown-type: CLAI005A',
    ]);
  }

  /** What waits is named; what nobody is asked about, most of it, takes a line. */
  function expectApproval(number: number): void {
    const { conclusion, output } = checkOf(story, number, 'approval');
    expect([conclusion, output.title]).toEqual([
      'failure',
      expect.stringMatching(/^32 of 341 changes wait: 3 more people/),
    ]);
    const rows = (output.text ?? '').split('\n').slice(2);
    expect(rows.filter((row) => row.includes('more people'))).toHaveLength(32);
    expect(rows.filter((row) => row.includes('nobody is asked'))).toHaveLength(1);
    expect(rows).toHaveLength(33);
  }

  /** One commit by the bot that adds to the contributor's files and takes nothing from them. */
  async function expectRecords(number: number, contributed: Files): Promise<void> {
    const [, second, records, ...more] = await commitsOf(story, 'main', 'proposal');
    expect([records, more]).toEqual([pullOf(story, number).head.sha, []]);
    const commit = await api<ApiCommit>(story, `commits/${records}`);
    expect([commit.author?.login, commit.parents.map(({ sha }) => sha)]).toEqual([BOT, [second]]);
    const paths = commit.files.map(({ filename }) => filename);
    expect(paths.filter((path) => !OURS.test(path))).toEqual([]);
    const generated = /^data\/objects\/relationships\.yml$/;
    const specification = paths.filter((path) => /^data\/objects\//.test(path) && !generated.test(path));
    expect(specification.length).toBeGreaterThan(20);
    const written = specification.map(async (path) => (await textAt(story.twin, 'proposal', path)) ?? '');
    const texts = await Promise.all(written);
    const losses = specification.flatMap((path, at) => lost(contributed[path] ?? '', texts[at] ?? ''));
    expect(losses.filter((line) => !METADATA.test(line))).toEqual([]);
    const rows = await register(story);
    expect(new Set(rows.map(({ identifier }) => identifier)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(300);
    const log = (await logRows(story, 'proposal', { path: CHANGE_LOG })).filter((row) =>
      row.endsWith(`pending pull request ${number}`),
    );
    expect(log).toHaveLength(rows.length);
  }
});
