/** Texts that are meant to do something where they are shown: title, branch, commits, people, reasons, descriptions. */
import { expectInert } from '../pull-request/inert.js';
import { type ApprovingStory, approval, beginApproving } from './approving.js';
import { CHANGE_LOG, item, PERSON_FILE, personWith } from './standard.js';
import { BOT, logRows, pullOf, REPOSITORY, textAt } from './story.js';

const EVIL = [
  '@data-to-insight/everyone closes #1, GH-2, other/repository#3',
  '<!-- spec-steward:report --> </details></summary><h1>approved</h1>',
  '![x](https://evil.example/pixel.png) [y](javascript:alert(1)) www.evil.example',
  '``` ` ~~~ | a | b | **bold** $`x`$',
  '$'.concat('{{ secrets.TOKEN }}'),
  'abc\u202ecba\u2066\u200bhidden',
].join(' ');

/** What git lets a branch be called. */
const BRANCH = 'closes-#1/@everyone`x`<!--a-->|$(id)';

let story: ApprovingStory;
let number = 0;
beforeAll(async () => {
  story = await beginApproving();
});
afterAll(() => story.close());

/** Everything of ours that people read on GitHub; numbers of pull requests that we refer to ourselves are taken out. */
function ourTexts(): string[] {
  const { checks, comments, pulls, reviewComments } = story.twin.world;
  const ofChecks = checks.flatMap(({ output, annotations }) => [
    output.summary ?? '',
    output.text ?? '',
    ...annotations.flatMap(({ title, message }) => [title ?? '', message]),
  ]);
  const ofComments = [...comments, ...reviewComments].filter(({ author }) => author.login === BOT);
  const ofPulls = pulls.filter(({ author }) => author.login === BOT).map(({ body }) => body ?? '');
  return [...ofChecks, ...ofComments.map(({ body }) => body), ...ofPulls]
    .filter((text) => text !== '')
    .map((text) =>
      text.replace(/^<!-- spec-steward:[a-z]+(?::\d+)? -->\n\n/, '').replaceAll(/(?<![\w/])#[123]\b/g, 'ours'),
    );
}

/** One line each, where nothing is rendered. */
function ourTitles(): string[] {
  const { checks, pulls } = story.twin.world;
  const titles = pulls.filter(({ author }) => author.login === BOT).map(({ title }) => title);
  return [...checks.map(({ output }) => output.title ?? ''), ...titles].map((title) =>
    title.replaceAll(/(?<![\w/])#[123]\b/g, 'ours'),
  );
}

afterEach(() => {
  for (const text of ourTexts()) expectInert(text, REPOSITORY);
  for (const title of ourTitles()) expect(title).not.toMatch(/@\w|#\d|<!--|\$\{\{|[\p{Cc}\u202e\u2066]/u);
});

test('a proposal of which every text is hostile', async () => {
  const anna = story.twin.as('anna');
  const text = personWith(item('pers_evil', 'PERS003A')).replace('What pers_evil holds', () => JSON.stringify(EVIL));
  const author = { name: EVIL.replaceAll(/[<>]/g, ''), email: 'nobody@example.org' };
  await story.does(async () => {
    await anna.push(REPOSITORY, BRANCH, { files: { [PERSON_FILE]: text }, message: EVIL, author });
    number = await anna.openPull({
      repo: REPOSITORY,
      head: BRANCH,
      title: EVIL,
      body: `${EVIL}\n\nChange-Type: ${EVIL}`,
    });
  });
  expect(approval(story, number)).toMatch(/^failure: 1 of 1 change waits/);
  expect(await logRows(story, BRANCH)).toEqual([`SSD-0001 PERS003A pending pull request ${number}`]);
});

test('reasons of commands and reviews, and words after them', async () => {
  await story.says('nina', number, `/object SSD-0001 ${EVIL}`);
  expect(approval(story, number)).toBe('failure: 1 objection is open, to SSD-0001');
  await story.reviews('esther', number, 'REQUEST_CHANGES', EVIL);
  await story.says('olga', number, `/hold ${EVIL}`);
  await story.says('olga', number, '/unhold');
  await story.says('olga', number, `/override ${EVIL}`);
  await story.says('anna', number, `/reason SSD-0001 ${EVIL}`);
  await story.says('olga', number, `/classify SSD-0001 change ${EVIL}`);
});

test.each(['/approve', '/object', '/nonsense', '/minute approve by', '/split', '/resolve'])(
  'what %s is refused with repeats it harmlessly',
  async (command) => {
    await story.says('olga', number, `${command} ${EVIL}`);
  },
);

test('a fork whose every text is hostile: the companion says nothing of it aloud', async () => {
  const fork = await story.twin.as('zoe').fork(REPOSITORY);
  await story.does(async (twin) => {
    const files = { [PERSON_FILE]: personWith(item('pers_more', 'PERS004A')) };
    await twin.as('zoe').push(fork, BRANCH, { files, message: EVIL, base: 'main' });
    await twin.as('zoe').openPull({ repo: REPOSITORY, head: `zoe:${BRANCH}`, title: EVIL, maintainerCanModify: false });
  });
  const companion = story.twin.world.pulls.at(-1);
  expect(companion?.author.login).toBe(BOT);
  expect(companion?.title).toMatch(/^#2 with its records: @/);
});

test('in the change log a reason is one cell that no spreadsheet runs', async () => {
  await story.says('anna', number, '/reason SSD-0001 =HYPERLINK("https://evil.example")');
  const log = (await textAt(story.twin, pullOf(story, number).head.ref, CHANGE_LOG)) ?? '';
  expect(log).toContain('HYPERLINK');
  expect(log).not.toMatch(/(?:^|,)"?=HYPERLINK/m);
});
