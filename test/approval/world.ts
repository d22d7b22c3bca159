/** A pull request told in words: who is in the steering group, what is proposed, and what happens one thing after another. */

import type { ApprovalState } from '../../src/approval/approval-state.js';
import type { Entry } from '../../src/approval/entry.js';
import { evaluate } from '../../src/approval/evaluate.js';
import { type Answer, hear } from '../../src/approval/hear.js';
import { type Author, rollOf } from '../../src/approval/roll.js';
import type { Situation } from '../../src/approval/said.js';
import { withShown } from '../../src/approval/shown.js';
import type { SpokenComment, SpokenReview } from '../../src/approval/spoken.js';
import type { Track, Unit } from '../../src/approval/unit.js';
import { DEFAULT_POLICY, type Policy, type PolicyPerson } from '../../src/config/policy.js';
import type { Review } from '../../src/review.js';

const PEOPLE: Readonly<Record<string, PolicyPerson>> = {
  olga: { login: 'olga', name: 'Olga Brown', organisation: 'D2I', speaksFor: [], roles: ['chair'] },
  sam: { login: 'sam', name: 'Sam Reed', organisation: 'D2I', speaksFor: [], roles: ['secretary'] },
  esther: { login: 'esther', name: 'Esther Cole', organisation: 'Essex', speaksFor: ['mosaic'], roles: [] },
  henry: { login: 'henry', name: 'Henry Dale', organisation: 'Hertfordshire', speaksFor: ['eclipse'], roles: [] },
  nina: { login: 'nina', name: 'Nina West', organisation: 'NW ADCS', speaksFor: [], roles: [] },
  kim: { login: '', name: 'Kim Hall', organisation: 'Knowsley', speaksFor: ['liquid_logic'], roles: [] },
};

/** The whole group, with the policy that holds by default. */
export const GROUP: Policy = { ...DEFAULT_POLICY, people: Object.values(PEOPLE) };

const tracks = (given: Partial<Policy['tracks']>) => ({ ...GROUP, tracks: { ...GROUP.tracks, ...given } }) as Policy;

/** Other policies, by what is other in them. */
export const POLICIES = {
  'nobody is named': DEFAULT_POLICY,
  'only Nina': { ...GROUP, people: GROUP.people.filter(({ login }) => login === 'nina') },
  'texts need one person': tracks({ documentation: { members: 1, organisations: 0, cms: false } }),
  'a bug needs two organisations': tracks({ bug: { members: 1, organisations: 2, cms: false } }),
  'no time for comments': { ...GROUP, commentDays: 0 },
} as const satisfies Record<string, Policy>;

/** Everything at a moment. */
export interface World {
  policy: Policy;
  units: Unit[];
  authors: Author[];
  verdict: Review['verdict'];
  entries: readonly Entry[];
  comments: SpokenComment[];
  reviews: SpokenReview[];
  answers: Answer[];
  now: number;
  commit: number;
}

const START = Date.parse('2026-11-02T09:00:00Z');
const HOUR = 3_600_000;

/** A unit of that identifier; `sql` names the CMS whose scripts it changes. */
export function aUnit(id: string, given: Partial<Unit> & { readonly cms?: readonly string[] } = {}): Unit {
  const { cms = [], ...rest } = given;
  const track = given.track ?? 'change';
  return {
    id,
    subject: `ssd_person ${id} `,
    fingerprint: 'first',
    sql: Object.fromEntries(cms.map((name) => [`${name}.sqlserver`, 'first'])),
    track,
    tracks: [track],
    isMajor: false,
    isOpen: false,
    title: `ssd_person.${id.toLowerCase()}: type char becomes int`,
    itemRef: id.replace('SSD-', 'PERS').concat('A'),
    object: 'ssd_person',
    groups: [],
    ...rest,
  };
}

export function aWorld(policy: Policy = GROUP): World {
  return {
    policy,
    units: [],
    authors: [{ login: 'cara', name: 'Cara Ford' }],
    verdict: 'fine',
    entries: [],
    comments: [],
    reviews: [],
    answers: [],
    now: START,
    commit: 1,
  };
}

export const time = (at: number): string => new Date(at).toISOString();

export const commitOf = (world: World): string => `c${world.commit}`;

export function situationOf(world: World): Situation {
  const { policy, units, authors, now } = world;
  const changeTypes = ['bug', 'new feature', 'change'];
  return {
    policy,
    roll: rollOf(policy, new Map()),
    changeTypes,
    units,
    authors,
    botLogin: 'steward[bot]',
    now: time(now),
  };
}

/** What the App does when it looks: it hears what was said, then shows what stands there now. */
export function look(world: World): void {
  const heard = hear(world, world.entries, situationOf(world));
  for (const answer of heard.answers) {
    world.answers.push(answer);
    world.comments = world.comments.map((comment) =>
      comment.id === answer.comment ? { ...comment, ownReactions: [answer.reaction] } : comment,
    );
  }
  world.entries = heard.entries;
  show(world);
}

/** The App shows what stands there now; what was said meanwhile comes to it later. */
function show(world: World): void {
  world.entries = withShown(world.entries, { commit: commitOf(world), units: world.units }, time(world.now));
  world.now += HOUR;
}

export function stateOf(world: World): ApprovalState {
  const { policy, units, entries, verdict, authors, now } = world;
  const context = { verdict, authors, now: time(now), roll: rollOf(policy, new Map()), unheard: [] };
  return evaluate(policy, { commit: commitOf(world), units }, entries, context);
}

type Happening = (world: World, ...words: string[]) => void;

const ofUnit = (world: World, id: string, change: (unit: Unit) => Unit) => {
  if (!world.units.some((unit) => unit.id === id)) throw new Error(`${id} is not proposed`);
  world.units = world.units.map((unit) => (unit.id === id ? change(unit) : unit));
};

const list = (text = '') =>
  text
    .split(/, | and /)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function comment(world: World, login: string, body: string, given: Partial<SpokenComment> = {}): void {
  const author = { login, isBot: login.endsWith('[bot]') };
  const id = world.comments.length + 1;
  world.comments.push({ id, author, body, at: time(world.now), isEdited: false, ownReactions: [], ...given });
}

function review(world: World, login: string, state: SpokenReview['state'], given: Partial<SpokenReview> = {}): void {
  const id = world.reviews.length + 1;
  const author = { login, isBot: false };
  world.reviews.push({ id, author, state, commit: commitOf(world), at: time(world.now), body: '', ...given });
}

function propose(world: World, words: string): void {
  const match = /^(major )?(undecided )?(change|new feature|bug|documentation) (\S+?)(?: with (.+) SQL)?$/.exec(words);
  if (!match) throw new Error(`cannot propose "${words}"`);
  const [, major, open, track = '', id = '', cms] = match;
  const given = { track: track as Track, isMajor: major !== undefined, isOpen: open !== undefined, cms: list(cms) };
  world.units = [...world.units, aUnit(id, given)];
}

function proposeAll(world: World, all: string): void {
  for (const one of all.split(', ')) propose(world, one);
}

function leave(world: World, login: string): void {
  world.policy = { ...world.policy, people: world.policy.people.filter((person) => person.login !== login) };
}

/** One row a kind of event, as it is written; after each of them the App looks. */
const HAPPENINGS: readonly (readonly [pattern: RegExp, happens: Happening])[] = [
  [/^proposed: (.+)$/, (world, all = '') => proposeAll(world, all)],
  [/^(.+) (?:is|are) added$/, (world, all = '') => push(world, () => proposeAll(world, all))],
  [/^(\S+) is altered$/, (world, id = '') => push(world, () => ofUnit(world, id, altered))],
  [/^only the SQL of (\S+) is altered$/, (world, id = '') => push(world, () => ofUnit(world, id, alteredSql))],
  [/^(\S+) is put back$/, (world, id = '') => push(world, () => ofUnit(world, id, putBack))],
  [
    /^(\S+) is taken out$/,
    (world, id = '') =>
      push(world, () => {
        world.units = world.units.filter((unit) => unit.id !== id);
      }),
  ],
  [/^(?:a bot commit|the base is merged in|white space is mended)$/, (world) => push(world, () => undefined)],
  [/^(\w+) pushes a commit$/, (world, login = '') => push(world, () => author(world, { login, name: login }))],
  [
    /^a commit by "(.+)" without an account$/,
    (world, name = '') => push(world, () => author(world, { login: null, name })),
  ],
  [/^(\w+) approves$/, (world, login = '') => review(world, login, 'approved')],
  [
    /^(\w+) approves commit (\d+)$/,
    (world, login = '', commit = '') => review(world, login, 'approved', { commit: `c${commit}` }),
  ],
  [
    /^(\w+) asks for changes on commit (\d+)$/,
    (world, login = '', commit = '') => review(world, login, 'changes-requested', { commit: `c${commit}` }),
  ],
  [
    /^(\w+) asks for changes(?:: (.+))?$/,
    (world, login = '', body = '') => review(world, login, 'changes-requested', { body }),
  ],
  [
    /^the last review of (\w+) is dismissed$/,
    (world, login = '') => {
      const last = world.reviews.findLast((one) => one.author?.login === login);
      world.reviews = world.reviews.map((one) => (one === last ? { ...one, state: 'dismissed' } : one));
    },
  ],
  [/^(\w+) says and edits (.+)$/, (world, login = '', body = '') => comment(world, login, body, { isEdited: true })],
  [/^([\w[\]]+) says (.+)$/, (world, login = '', body = '') => comment(world, login, body.replaceAll('\\n', '\n'))],
  [
    /^(\w+) edits what was said$/,
    (world, login = '') => {
      world.comments = world.comments.map((one) =>
        one.author?.login === login ? { ...one, body: '', isEdited: true } : one,
      );
    },
  ],
  [/^(\w+) leaves the group$/, (world, login = '') => leave(world, login)],
  [/^(\d+) days pass$/, (world, days = '') => pass(world, Number(days))],
  [/^the App looks$/, look],
  [/^the App shows what stands there$/, show],
  [/^an error is found$/, (world) => push(world, () => Object.assign(world, { verdict: 'mend' }))],
  [/^it is mended$/, (world) => push(world, () => Object.assign(world, { verdict: 'fine' }))],
];

function altered(unit: Unit): Unit {
  return { ...unit, fingerprint: `${unit.fingerprint}, altered` };
}

function alteredSql(unit: Unit): Unit {
  return {
    ...unit,
    sql: Object.fromEntries(Object.entries(unit.sql).map(([target, digest]) => [target, `${digest}!`])),
  };
}

function putBack(unit: Unit): Unit {
  return { ...unit, fingerprint: 'first', sql: Object.fromEntries(Object.keys(unit.sql).map((key) => [key, 'first'])) };
}

function author(world: World, one: Author): void {
  world.authors = [...world.authors, one];
}

function push(world: World, change: () => void): void {
  world.commit += 1;
  change();
}

function pass(world: World, days: number): void {
  world.now += days * 24 * HOUR;
}

/** Lets one event happen; nobody looks. */
export function act(world: World, event: string): void {
  const found = HAPPENINGS.map(([pattern, happens]) => ({ match: pattern.exec(event), happens })).find(
    ({ match }) => match,
  );
  if (!found?.match) throw new Error(`nobody knows how "${event}" happens`);
  found.happens(world, ...found.match.slice(1));
  world.now += 60_000;
}

/** Lets the events of a story happen, the App looking after each. */
export function happen(world: World, story: string): World {
  for (const event of story.split('; ')) {
    act(world, event);
    look(world);
  }
  return world;
}
