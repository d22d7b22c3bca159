/**
 * The process is killed after every request that changes something, from the first to the last of a story. Requests
 * that only read leave nothing behind, so being killed after one is being killed after the last that wrote.
 */
import type { Wish } from '../../src/app/wishes.js';
import { newInstance } from './instance.js';
import { added, PERSON_FILE, RENAMED } from './standard.js';
import { beginStory, open, REPOSITORY, repositoryNamed, type Story, textAt } from './story.js';

/** A clock that stands still gives the same commits the same ids. */
const at = new Date();
const clock = () => at;

const pull = (number: number): Wish => ({ kind: 'pull', number, restoreEdited: false });

/** A renamed item, and a misspelling, so that there is a remark and a suggestion too. */
const FILES = { [PERSON_FILE]: RENAMED.replace('What pers_gender holds', 'What was recieved of pers_gender') };

/** What people do, and what the App is asked to look at then. */
type Beginning = (story: Story) => Promise<Wish>;

const STORIES: readonly (readonly [string, Beginning, Readonly<Record<string, number>>])[] = [
  [
    'a proposal',
    async (story) => pull(await open(story, { files: FILES })),
    { pulls: 1, comments: 1, suggestions: 1, checks: 2, numbers: 1 },
  ],
  [
    'a proposal from a fork',
    async (story) => {
      const fork = await story.twin.as('anna').fork(REPOSITORY);
      return pull(await open(story, { files: FILES, fork, allowEdits: false }));
    },
    { pulls: 2, comments: 2, suggestions: 2, checks: 4, numbers: 1 },
  ],
  [
    'a direct push',
    async (story) => {
      await story.app.sweep();
      await story.app.steward.idle();
      const before = await story.twin.head(REPOSITORY, 'main');
      const change = { files: added('pers_two', 'PERS003A'), message: 'In a hurry' };
      const after = await story.twin.as('stella').push(REPOSITORY, 'main', change);
      return { kind: 'push', branch: 'main', before, after, author: 'stella' };
    },
    { pulls: 1, comments: 0, suggestions: 0, checks: 2, numbers: 1 },
  ],
];

type Check = Story['twin']['world']['checks'][number];

const runsOf = ({ suite, name }: Check) => `${suite.headSha} ${name}`;

/** The newest run of each name on each commit: what GitHub shows, and what a merge waits for. */
function current(checks: readonly Check[]): Check[] {
  return [...new Map(checks.map((check) => [runsOf(check), check])).values()];
}

/** Runs that say what another one of the same name on the same commit says. */
function doubled(checks: readonly Check[]): string[] {
  const said = checks.map((check) => `${runsOf(check)} ${check.externalId}`);
  return said.filter((run, index) => said.indexOf(run) !== index);
}

/** Everything that people see, and the register. The order in which pull requests are seen to is nobody's concern. */
async function endState(story: Story) {
  const { checks, comments, reviewComments, pulls } = story.twin.world;
  const repo = repositoryNamed(story);
  const branches = ['main', 'proposal', 'spec-steward/pull-request-1', 'spec-steward/direct-push'];
  return {
    heads: branches.map((branch) => repo.git.resolve(`refs/heads/${branch}`)),
    register: await textAt(story.twin, 'spec-steward/register', 'register.csv'),
    governed: await textAt(story.twin, 'spec-steward/register', 'governed.csv'),
    pulls: pulls.map(({ number, title, body, head, labels }) => {
      return { number, title, body, head: head.sha, labels: labels.map(({ name }) => name).sort() };
    }),
    comments: comments.map(({ number, body }) => `#${number} ${body}`).sort(),
    doubled: doubled(checks),
    checks: current(checks)
      .map(({ suite, name, status, conclusion, externalId, annotations }) =>
        JSON.stringify([suite.headSha, name, status, conclusion, externalId, annotations]),
      )
      .sort(),
    suggestions: reviewComments.map(({ pull: on, path, line, body }) => `#${on.number} ${path}:${line} ${body}`).sort(),
    labels: repo.labels.map(({ name, color }) => `${name} ${color}`).sort(),
  };
}

/** The story with an instance that dies after some writes, and the cold one that finds what it left. */
async function told(begin: Beginning, deathAfter: number) {
  const story = await beginStory({ clock });
  try {
    story.twin.setWebhookTarget(null);
    const wish = await begin(story);
    const mortal = await liveAndDie(story, wish, deathAfter);
    await story.restart();
    story.twin.setWebhookTarget(null);
    // The second sweep sees to the pull request that the first one opened.
    for (let sweep = 0; sweep < 2; sweep += 1) {
      await story.app.sweep();
      await story.app.steward.idle();
    }
    expect(story.log.filter(({ level }) => level === 'error')).toEqual([]);
    return { ...mortal, state: await endState(story) };
  } finally {
    await story.close();
  }
}

async function liveAndDie({ twin }: Story, wish: Wish, deathAfter: number) {
  let writes = 0;
  const killed = () => {
    if (writes >= deathAfter) throw new Error('killed');
  };
  const mortal = newInstance(twin, {
    before: killed,
    after: (wrote) => {
      writes += wrote ? 1 : 0;
      killed();
    },
  });
  mortal.wish(wish);
  await mortal.idle();
  return { writes, errors: mortal.errors };
}

test.each(STORIES)(
  '%s: whenever the process is killed, a cold instance ends in the very same state',
  async (_, begin, counts) => {
    const whole = await told(begin, Number.POSITIVE_INFINITY);
    expect(whole.errors).toEqual([]);
    expect(whole.state.doubled).toEqual([]);
    const { pulls, comments, suggestions, checks, register } = whole.state;
    const numbers = (register ?? '').trim().split('\n').length - 1;
    expect({
      pulls: pulls.length,
      comments: comments.length,
      suggestions: suggestions.length,
      checks: checks.length,
      numbers,
    }).toEqual(counts);
    for (let deathAfter = 0; deathAfter < whole.writes; deathAfter += 1) {
      const { errors, state } = await told(begin, deathAfter);
      expect([deathAfter, errors.length]).toEqual([deathAfter, 1]);
      expect([deathAfter, state]).toEqual([deathAfter, whole.state]);
    }
  },
  240_000,
);
