/** What is generated belongs to the bot: a person's edit is said, kept until somebody asks, and then put right. */
import { ADDRESS_FILE, addedToAddress, CHANGE_LOG, PERSON_FILE, RENAMED } from './standard.js';
import {
  beginStory,
  botComments,
  checkOf,
  commitsOf,
  conclusions,
  propose,
  pullOf,
  REPOSITORY,
  type Story,
  textAt,
} from './story.js';

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.close());

const EDITED = '      change_reason: Because I say so';

/** Markdown without the signs that keep underscores from being marks. */
const plain = (markdown: string | null) => (markdown ?? '').replaceAll('\\_', '_');

/** A recorded proposal in whose metadata anna writes; gives its number, and the file before and after. */
async function editedProposal() {
  const number = await propose(story, { files: { [PERSON_FILE]: RENAMED } });
  const written = (await textAt(story.twin, 'proposal', PERSON_FILE)) ?? '';
  const edited = written.replace(/^ {6}change_reason: .*$/m, EDITED);
  const line = edited.split('\n').indexOf(EDITED) + 1;
  await story.twin.as('anna').push(REPOSITORY, 'proposal', { files: { [PERSON_FILE]: edited }, message: 'Say why' });
  await story.rest();
  return { number, written, edited, line };
}

test('an edited block fails the records with its file and line, and is not written over unasked', async () => {
  const { number, edited, line } = await editedProposal();
  expect(conclusions(story, number)).toEqual(['success', 'failure']);
  const check = checkOf(story, number, 'records');
  expect(check.output.title).toBe('Somebody edited lines that are generated');
  expect(plain(check.output.summary)).toContain(`${PERSON_FILE}:${line}: out-of-step`);
  expect(check.annotations).toEqual([
    expect.objectContaining({ path: PERSON_FILE, annotation_level: 'failure', title: 'Edited by hand: PERS002A' }),
  ]);
  expect(botComments(story, number).map(plain)).toEqual([
    expect.stringContaining(`${PERSON_FILE}:${line}: out-of-step`),
  ]);
  expect(await textAt(story.twin, 'proposal', PERSON_FILE)).toBe(edited);
  await story.app.sweep();
  await story.rest();
  expect(await textAt(story.twin, 'proposal', PERSON_FILE)).toBe(edited);
});

test('what else must be recorded meanwhile is written beside the edited block', async () => {
  const { number, edited } = await editedProposal();
  const files = addedToAddress('addr_two', 'ADDR004A');
  await story.twin.as('anna').push(REPOSITORY, 'proposal', { files, message: 'And another item' });
  await story.rest();
  expect(await textAt(story.twin, 'proposal', PERSON_FILE)).toBe(edited);
  expect(await textAt(story.twin, 'proposal', ADDRESS_FILE)).toContain('change_id: SSD-0002');
  expect(conclusions(story, number)).toEqual(['success', 'failure']);
});

test('the button writes the records again', async () => {
  const { number, written } = await editedProposal();
  const { id, actions } = checkOf(story, number, 'records');
  expect(actions).toEqual([
    { label: 'Write the records', description: 'Puts change log, metadata and SQL right', identifier: 'write-records' },
  ]);
  story.twin.as('stella').pressButton(id, 'write-records');
  await story.rest();
  expect(await textAt(story.twin, 'proposal', PERSON_FILE)).toBe(written);
  expect(conclusions(story, number)).toEqual(['success', 'success']);
  expect(await commitsOf(story, 'main', 'proposal')).toHaveLength(4);
  expect(botComments(story, number)).toHaveLength(1);
});

describe('a row that was merged', () => {
  /** A proposal that alters the log as it is after the first one was merged; gives its number and the log on main. */
  async function later(alter: (log: string) => string) {
    const first = await propose(story, { files: { [PERSON_FILE]: RENAMED } });
    await story.twin.as('stella').merge(REPOSITORY, first);
    await story.rest();
    const log = (await textAt(story.twin, 'main', CHANGE_LOG)) ?? '';
    expect(alter(log)).not.toBe(log);
    return propose(story, { branch: 'later', files: { [CHANGE_LOG]: alter(log) } });
  }

  test('is released: its metadata block follows in a commit of ours', async () => {
    const number = await later((log) =>
      log.replace(',,SSD-0001,', ',01/12/2026 09:00,SSD-0001,').replace(/,(pending|agreed),/, ',released,'),
    );
    const block = (text: string | null) => text?.match(/release_datetime: .*/)?.[0];
    expect(block(await textAt(story.twin, 'main', PERSON_FILE))).toBe('release_datetime: null');
    expect(block(await textAt(story.twin, 'later', PERSON_FILE))).toBe('release_datetime: "01/12/2026 09:00"');
    expect(conclusions(story, number)).toEqual(['success', 'success']);
  });

  test('says something else: the specification fails, and nothing is written', async () => {
    const number = await later((log) => log.replace(/,(bug|change|new feature),/i, ',undecided,'));
    expect(conclusions(story, number)[0]).toBe('failure');
    expect(checkOf(story, number, 'specification').annotations).toEqual([
      expect.objectContaining({ path: CHANGE_LOG, start_line: 2, title: 'change-log-row-altered: PERS002A' }),
    ]);
    expect(await textAt(story.twin, 'later', PERSON_FILE)).toBe(await textAt(story.twin, 'main', PERSON_FILE));
  });
});

describe('the command /recheck', () => {
  const looks = () => story.log.length;

  test.each([
    ['alone', '/recheck', 1],
    ['with words below it', '/recheck\n\nplease', 1],
    ['in a quote', '> /recheck', 0],
    ['in a fence', '```\n/recheck\n```', 0],
    ['in an HTML comment', '<!--\n/recheck\n-->', 0],
    ['in running text', 'type /recheck to look again', 0],
    // What looks like a command is answered, and so that nothing is guessed it does nothing else.
    ['with a tail', '/recheck-all', 1],
    ['with a full-width slash', '／recheck', 1],
    ['with a zero-width tail', '/recheck\u200b', 1],
  ])('%s', async (_, body, expected) => {
    const number = await propose(story, { files: { 'README.md': 'Other words\n' } });
    const before = looks();
    story.twin.as('anna').comment(REPOSITORY, number, body);
    await story.rest();
    expect(looks() - before).toBe(expected);
  });

  test('counts when it is written, not when a comment is edited into it', async () => {
    const number = await propose(story, { files: { 'README.md': 'Other words\n' } });
    const before = looks();
    const id = story.twin.as('anna').comment(REPOSITORY, number, 'Thank you');
    story.twin.as('anna').editComment(REPOSITORY, id, '/recheck');
    await story.rest();
    expect(looks() - before).toBe(0);
  });

  test('makes a lost push be seen', async () => {
    const number = await propose(story, { files: { [PERSON_FILE]: RENAMED } });
    story.twin.faults.fate = () => ({ copies: 0, delay: 0 });
    await story.twin.as('anna').push(REPOSITORY, 'proposal', {
      files: addedToAddress('addr_two', 'ADDR004A'),
      message: 'Unseen',
    });
    await story.rest();
    expect(story.twin.world.checks.some(({ suite }) => suite.headSha === pullOf(story, number).head.sha)).toBe(false);
    story.twin.faults.clear();
    story.twin.as('anna').comment(REPOSITORY, number, '/recheck');
    await story.rest();
    expect(conclusions(story, number)).toEqual(['success', 'success']);
    expect(botComments(story, number)[0]).toContain('SSD-0002');
  });
});
