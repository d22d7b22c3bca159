/**
 * The whole story, with the process killed between every two requests, reads as well as writes. Before each request of
 * the App, GitHub is looked at as a whole; wherever it is not as it was before, an App that dies now leaves this behind.
 * From each such point a copy of GitHub goes its own way: no event reaches it, a cold instance sweeps, and the copy must
 * end where the story itself came to at the end of the chapter. Points at which GitHub is the same to the last byte have
 * one future, because a cold instance knows nothing but GitHub; they are counted, and shared.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { recordsOf } from '../../sandbox/twin/copy-records.js';
import { createTwin, type Twin } from '../../sandbox/twin/twin.js';
import { wishesOf } from '../../src/app/wishes.js';
import { readRegister } from '../../src/register/register.js';
import { type EndState, endStateOf } from './end-state.js';
import { type Instance, newInstance } from './instance.js';
import { ADDRESS_FILE, addressWith, item, objectFile, PERSON_FILE, RENAMED } from './standard.js';
import { beginStory, open, REPOSITORY, type Story } from './story.js';

/** A clock that stands still gives the same commits the same ids. */
const at = new Date();
const clock = () => at;

/** A renamed item, and a misspelling, so that there is a remark and a suggestion too. */
const FILES = { [PERSON_FILE]: RENAMED.replace('What pers_gender holds', 'What was recieved of pers_gender') };
const VISITS = { 'spec/objects/ssd_visit.yml': objectFile('ssd_visit', [item('visi_place', 'VISI001A')]) };

const anna = ({ twin }: Story) => twin.as('anna');
const stella = ({ twin }: Story) => twin.as('stella');
const addresses = (...names: string[]) => ({
  [ADDRESS_FILE]: addressWith(...names.map((name, index) => item(name, `ADDR00${4 + index}A`))),
});

/** What people do, and how pull requests and identifiers stand when the App has seen to it. */
const CHAPTERS: readonly (readonly [string, (story: Story) => Promise<unknown>, string])[] = [
  ['a proposal is opened', (story) => open(story, { files: FILES }), '1 open; 1 reserved'],
  [
    'its author pushes again',
    async (story) => {
      const text = (await story.twin.text(REPOSITORY, 'proposal', PERSON_FILE)) ?? '';
      const files = { [PERSON_FILE]: `${text}${item('pers_more', 'PERS003A')}\n` };
      await anna(story).push(REPOSITORY, 'proposal', { files, message: 'One more' });
    },
    '1 open; 1 reserved, 1 reserved',
  ],
  ['it is closed', (story) => anna(story).close(REPOSITORY, 1), '1 closed; 1 withdrawn, 1 withdrawn'],
  ['it is opened again', (story) => anna(story).reopen(REPOSITORY, 1), '1 open; 1 reserved, 1 reserved'],
  [
    'a proposal comes from a fork',
    async (story) => {
      const fork = await anna(story).fork(REPOSITORY);
      await open(story, { files: addresses('addr_one'), fork, branch: 'addresses', allowEdits: false });
    },
    '1 open, 2 open, 3 open; 1 reserved, 1 reserved, 3 reserved',
  ],
  [
    'the fork is pushed to again',
    (story) => anna(story).push('anna/ssd', 'addresses', { files: addresses('addr_one', 'addr_two'), message: 'Two' }),
    '1 open, 2 open, 3 open; 1 reserved, 1 reserved, 3 reserved, 3 reserved',
  ],
  [
    "the fork's proposal is closed",
    (story) => anna(story).close(REPOSITORY, 2),
    '1 open, 2 closed, 3 closed; 1 reserved, 1 reserved, 3 withdrawn, 3 withdrawn',
  ],
  [
    "the fork's proposal is opened again",
    (story) => anna(story).reopen(REPOSITORY, 2),
    '1 open, 2 open, 3 open; 1 reserved, 1 reserved, 3 reserved, 3 reserved',
  ],
  [
    'somebody pushes past it all',
    (story) => stella(story).push(REPOSITORY, 'main', { files: VISITS, message: 'Now' }),
    '1 open, 2 open, 3 open, 4 open; 1 reserved, 1 reserved, 3 reserved, 3 reserved, 0 reserved',
  ],
  [
    'a group waits in the merge queue',
    (story) => stella(story).enqueue(REPOSITORY, [1]),
    '1 open, 2 open, 3 open, 4 open; 1 reserved, 1 reserved, 3 reserved, 3 reserved, 0 reserved',
  ],
  [
    'the group is merged, and the others are brought up',
    async (story) => {
      const [group] = story.twin.world.groups;
      if (group) await stella(story).finishGroup(group);
    },
    '1 closed, 2 open, 3 open, 4 open; 1 merged, 1 merged, 3 reserved, 3 reserved, 0 reserved',
  ],
  [
    "the fork's companion is squashed",
    (story) => stella(story).merge(REPOSITORY, 3, { method: 'squash' }),
    '1 closed, 2 closed, 3 closed, 4 open; 1 merged, 1 merged, 3 merged, 3 merged, 0 reserved',
  ],
  [
    'the records of the push are merged',
    (story) => stella(story).merge(REPOSITORY, 4),
    '1 closed, 2 closed, 3 closed, 4 closed; 1 merged, 1 merged, 3 merged, 3 merged, 0 reserved',
  ],
];

/** Everything that GitHub knows, to the last byte. */
function fingerprint({ world }: Twin): string {
  const refs = world.repos.map(({ git }) => git.list('refs/'));
  return createHash('sha256')
    .update(serialize({ ...recordsOf(world), tokens: null, refs }))
    .digest('hex');
}

/** GitHub as it is left when the App dies now. */
interface Wreck {
  readonly request: number;
  readonly twin: Twin;
}

/** Watches the App at work, and keeps what it would leave behind at each request. */
class Sweep {
  requests = 0;
  wrecks: Wreck[] = [];
  readonly #seen = new Set<string>();
  readonly #twin: Twin;
  readonly #folder: string;

  constructor(twin: Twin) {
    this.#twin = twin;
    this.#folder = twin.world.folder;
  }

  readonly before = async (): Promise<void> => {
    this.requests += 1;
    const state = fingerprint(this.#twin);
    if (this.#seen.has(state)) return;
    this.#seen.add(state);
    const folder = join(this.#folder, `wreck-${this.requests}`);
    const { privateKey } = this.#twin.app;
    const twin = await createTwin({ folder, clock, privateKey, copyOf: this.#twin.world });
    this.wrecks.push({ request: this.requests, twin });
  };
}

/** Tells the App of everything that happened since it was told last, and of what its own doing makes happen. */
async function tellNews({ deliveries }: Twin, app: Instance, told: Set<string>): Promise<void> {
  const news = async () => {
    await deliveries.settled();
    return deliveries.all().filter(({ guid }) => !told.has(guid));
  };
  for (let fresh = await news(); fresh.length > 0; fresh = await news()) {
    for (const { guid, event, payload } of fresh) {
      told.add(guid);
      app.wish(...wishesOf(event, payload));
    }
    await app.idle();
  }
}

/** Sweeps until a sweep has nothing to do. */
async function sweepToRest(twin: Twin, app: Instance): Promise<void> {
  for (let writes = -1; writes !== twin.requests.writes().length; ) {
    writes = twin.requests.writes().length;
    app.wish({ kind: 'sweep' });
    await app.idle();
  }
  expect(app.errors).toEqual([]);
}

async function futureOf({ twin }: Wreck): Promise<EndState> {
  try {
    await sweepToRest(twin, newInstance(twin));
    return endStateOf(twin);
  } finally {
    await twin.close();
  }
}

/** Pull requests by number, then whose each identifier is. */
function standingOf({ seen: { pulls, register } }: EndState): string {
  const numbers = readRegister(register).map(({ pullRequest, state }) => `${pullRequest} ${state}`);
  return `${pulls.map(({ number, state }) => `${number} ${state}`).join(', ')}; ${numbers.join(', ')}`;
}

test('whenever the process is killed, a cold instance ends in the very same state', async () => {
  const story = await beginStory({ clock });
  const sweep = new Sweep(story.twin);
  try {
    await tell(story, sweep);
  } finally {
    for (const { twin } of sweep.wrecks) await twin.close();
    await story.close();
  }
}, 240_000);

async function tell(story: Story, sweep: Sweep): Promise<void> {
  const { twin } = story;
  // Events are kept back: the App of this test is told of them by the test.
  twin.deliveries.hold();
  const app = newInstance(twin, { before: sweep.before });
  const told = new Set<string>();
  let points = 0;
  for (const [title, happen, standing] of CHAPTERS) {
    await happen(story);
    await tellNews(twin, app, told);
    await sweepToRest(twin, app);
    const end = await endStateOf(twin);
    expect([title, end.doubled, standingOf(end)]).toEqual([title, [], standing]);
    for (let wreck = sweep.wrecks.shift(); wreck; wreck = sweep.wrecks.shift()) {
      points += 1;
      expect([title, wreck.request, await futureOf(wreck)]).toEqual([title, wreck.request, end]);
    }
  }
  // Every write changes GitHub, so there are at least as many points as writes.
  expect(points).toBeGreaterThanOrEqual(twin.requests.writes().filter(({ path }) => !path.endsWith('tokens')).length);
}
