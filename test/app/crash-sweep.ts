/**
 * A story, with the process killed between every two requests, reads as well as writes. Before each request of
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
import { beginStory, type Story, type StoryOptions } from './story.js';

/** A clock that stands still gives the same commits the same ids; at a whole second, as GitHub tells times. */
const at = new Date(Math.floor(Date.now() / 1_000) * 1_000);
const clock = () => at;

/** What people do, and how pull requests and identifiers stand when the App has seen to it. */
export type Chapter = readonly [title: string, happens: (story: Story) => Promise<unknown>, standing: string];

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

/** Tells the story and, for each moment at which the App may have died, what comes of it. */
export async function tellWithDeaths(chapters: readonly Chapter[], options: StoryOptions = {}): Promise<void> {
  const story = await beginStory({ clock, ...options });
  const sweep = new Sweep(story.twin);
  try {
    await tell(story, sweep, chapters);
  } finally {
    for (const { twin } of sweep.wrecks) await twin.close();
    await story.close();
  }
}

async function tell(story: Story, sweep: Sweep, chapters: readonly Chapter[]): Promise<void> {
  const { twin } = story;
  // Events are kept back: the App of this test is told of them by the test.
  twin.deliveries.hold();
  const app = newInstance(twin, { before: sweep.before });
  const told = new Set<string>();
  let points = 0;
  for (const [title, happen, standing] of chapters) {
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
