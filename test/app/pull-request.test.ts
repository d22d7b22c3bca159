/** One proposal on its way: reviewed, identified, recorded, shown; and one that must be mended first. */
import { ADDRESS, ADDRESS_FILE, CHANGE_LOG, PERSON_FILE, RENAMED } from './standard.js';
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
  registerLines,
  type Story,
  textAt,
} from './story.js';

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.close());

const FILES = { [PERSON_FILE]: RENAMED };

describe('a proposal without an error', () => {
  test('is reviewed, identified and recorded: both checks, one comment, our labels', async () => {
    const number = await propose(story, { files: FILES });
    expect(conclusions(story, number)).toEqual(['success', 'success']);
    const [comment = '', ...others] = botComments(story, number);
    expect(others).toEqual([]);
    expect(comment).toMatch(/^<!-- spec-steward:report -->\n\n\*\*✔ Nothing must be mended or decided\./);
    expect(comment).toContain('`PERS002A`: `pers_sex` is renamed `pers_gender` · change · major · SSD-0001');
    const labels = pullOf(story, number).labels.map(({ name, color }) => `${name} ${color}`);
    expect(labels).toEqual(
      expect.arrayContaining(['spec: breaking b60205', 'spec: change 1d76db', 'return: CIN 5319e7']),
    );
    expect(labels.filter((label) => !/^(?:spec|cms|return): /.test(label))).toEqual([]);
    expect(await register(story)).toEqual([
      {
        identifier: 'SSD-0001',
        subject: { itemRef: 'PERS002A', object: 'ssd_person', codeSet: '' },
        changeRequest: 'pull request 1',
        pullRequest: 1,
        state: 'reserved',
        date: '2026-11-22',
      },
    ]);
    expect(await logRows(story, 'proposal')).toEqual(['SSD-0001 PERS002A pending pull request 1']);
  });

  test("gets one commit by the bot: verified, on the contributor's, with our files and nothing else", async () => {
    const contributed = await story.twin.as('anna').push(REPOSITORY, 'proposal', { files: FILES, message: 'Rename' });
    await propose(story, { files: { 'NOTES.md': 'Why\n' } });
    const [first, second, records, ...more] = await commitsOf(story, 'main', 'proposal');
    expect([first, more]).toEqual([contributed, []]);
    const commit = await api<ApiCommit>(story, `commits/${records}`);
    expect(commit.parents.map(({ sha }) => sha)).toEqual([second]);
    expect(commit.author?.login).toBe(BOT);
    expect(commit.commit.verification.verified).toBe(true);
    expect(commit.commit.message).toMatch(/^records: SSD-0001\n/);
    const paths = commit.files.map(({ filename }) => filename);
    expect(paths).toEqual(expect.arrayContaining(['CHANGELOG.md', CHANGE_LOG, PERSON_FILE]));
    expect(paths.filter((path) => !/^(?:CHANGELOG\.md|spec\/|sql\/)/.test(path))).toEqual([]);
    expect(paths).not.toContain(ADDRESS_FILE);
    const person = (await textAt(story.twin, 'proposal', PERSON_FILE)) ?? '';
    const kept = RENAMED.split('\n').filter((line) => !person.split('\n').includes(line));
    expect(kept).toEqual([]);
    expect(person).toContain('change_id: SSD-0001');
  });

  test('comes to rest: the own commit starts no loop, and a look at what is right writes nothing', async () => {
    const number = await propose(story, { files: FILES });
    const before = story.twin.requests.writes().length;
    story.twin.as('anna').comment(REPOSITORY, number, '/recheck');
    await story.app.sweep();
    await story.rest();
    const writes = story.twin.requests.writes().slice(before);
    // The comment is answered, and the first sweep notes up to where the default branch is governed; that is all.
    const paths = writes.map(({ path }) => path).filter((path) => !/access_tokens$|\/graphql$/.test(path));
    expect(paths).toEqual([expect.stringMatching(/\/reactions$/)]);
    expect(await textAt(story.twin, 'spec-steward/register', 'governed.csv')).toContain('main,');
    const again = story.twin.requests.writes().length;
    await story.app.sweep();
    await story.rest();
    expect(story.twin.requests.writes().length - again).toBe(0);
    expect(await commitsOf(story, 'main', 'proposal')).toHaveLength(2);
  });
});

describe('a proposal with an error', () => {
  const WRONG = ADDRESS.replace('foreign_key: ssd_person.pers_person_id', 'foreign_key: ssd_person.pers_persn_id');
  const LINE = WRONG.split('\n').findIndex((line) => line.includes('foreign_key:')) + 1;

  test('fails on its line, is helped by a suggestion, and gets neither number nor commit', async () => {
    const number = await propose(story, { files: { [ADDRESS_FILE]: WRONG } });
    expect(conclusions(story, number)).toEqual(['failure', 'failure']);
    const { annotations } = checkOf(story, number, 'specification');
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatchObject({
      path: ADDRESS_FILE,
      start_line: LINE,
      end_line: LINE,
      annotation_level: 'failure',
      title: 'foreign-key-dangling: ADDR002A',
    });
    const [suggestion, ...others] = story.twin.world.reviewComments;
    expect(others).toEqual([]);
    expect(suggestion).toMatchObject({ path: ADDRESS_FILE, line: LINE, commit: pullOf(story, number).head.sha });
    expect(suggestion?.body).toContain('```suggestion\n    foreign_key: ssd_person.pers_person_id\n```');
    expect(botComments(story, number)).toEqual([expect.stringMatching(/^<!-- spec-steward:report -->\n\n\*\*✘ /)]);
    expect(await registerLines(story)).toEqual([]);
    expect(await commitsOf(story, 'main', 'proposal')).toHaveLength(1);
  });

  test('turns green in the same comment when it is mended', async () => {
    const number = await propose(story, { files: { [ADDRESS_FILE]: WRONG } });
    const id = () => story.twin.world.comments.map((comment) => comment.id);
    const before = id();
    const mended = ADDRESS.replace('name: addr_postcode', 'name: addr_post_code').replace(
      'What addr_postcode',
      'What addr_post_code',
    );
    await story.twin.as('anna').push(REPOSITORY, 'proposal', { files: { [ADDRESS_FILE]: mended }, message: 'Mend' });
    await story.rest();
    expect(id()).toEqual(before);
    expect(botComments(story, number)).toEqual([expect.stringMatching(/^<!-- spec-steward:report -->\n\n\*\*✔ /)]);
    expect(conclusions(story, number)).toEqual(['success', 'success']);
    expect(await registerLines(story)).toEqual(['SSD-0001 ADDR003A #1 reserved']);
    expect(story.twin.world.reviewComments).toHaveLength(1);
  });
});

describe('a proposal that is none of our business', () => {
  test('meets silence, and both checks let it through', async () => {
    const number = await propose(story, { files: { 'README.md': 'The standard, in other words\n' } });
    expect(conclusions(story, number)).toEqual(['success', 'success']);
    expect(checkOf(story, number, 'records').output.title).toBe('Nothing of the specification changes');
    expect(botComments(story, number)).toEqual([]);
    expect(pullOf(story, number).labels).toEqual([]);
    expect(story.twin.world.reviewComments).toEqual([]);
    expect(await commitsOf(story, 'main', 'proposal')).toHaveLength(1);
    expect(await textAt(story.twin, 'spec-steward/register', 'register.csv')).toBeNull();
  });
});
