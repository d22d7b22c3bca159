/** Many proposals, and events that come in any order, twice or never. */
import { item, objectFile, PERSON_FILE, STANDARD } from './standard.js';
import { beginStory, botComments, conclusions, open, pullOf, REPOSITORY, register, type Story } from './story.js';

const PROPOSALS = 200;
const EVENTS = 1_000;

let story: Story;
beforeEach(async () => {
  // Without targets there is no SQL to write: the storm is about events.
  const files = { ...STANDARD, '.github/spec-steward.yml': 'targets: []\n' };
  // The double has no hours to wait: two hundred proposals in a minute need more than an hour's requests.
  story = await beginStory({ files, requestsPerHour: 100_000 });
});
afterEach(() => story.close());

/** The same storm each time: a small generator of numbers from 0 to 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A proposal that adds a data object of its own. */
function proposal(at: number): Record<string, string> {
  const ref = `O${at.toString(36).toUpperCase().padStart(3, '0')}`;
  const key = ['    primary_key: true', '    validators:', '    - required:', '        enabled: true'];
  const unique = ['    - unique:', '        enabled: true'];
  const items = [item(`ob${at}_table_id`, `${ref}001A`, [...key, ...unique]), item(`ob${at}_date`, `${ref}002A`)];
  return { [`spec/objects/ssd_ob${at}.yml`]: objectFile(`ssd_ob${at}`, items) };
}

test(`${PROPOSALS} open pull requests, ${EVENTS} events in random order, 10 % lost, 10 % doubled, one sweep`, async () => {
  const { twin, app } = story;
  const next = chance(7);
  twin.setWebhookTarget(null);
  const numbers: number[] = [];
  for (let at = 1; at <= PROPOSALS; at += 1) numbers.push(await open(story, { files: proposal(at), branch: `p${at}` }));
  const [installation] = twin.world.installations;
  const wish = (number: number) =>
    app.steward.wish(installation?.id ?? 0, REPOSITORY, [{ kind: 'pull', number, restoreEdited: false }]);
  for (let event = 0; event < EVENTS; event += 1) {
    const number = numbers[Math.floor(next() * PROPOSALS)] ?? 1;
    const fate = next();
    if (fate >= 0.1) wish(number);
    if (fate >= 0.9) wish(number);
    // Somebody pushes to a proposal in the middle of it all.
    if (event % 100 === 50) {
      const files = {
        [`spec/objects/ssd_ob${number}.yml`]: `${(await twin.text(REPOSITORY, `p${number}`, `spec/objects/ssd_ob${number}.yml`)) ?? ''}${item(`ob${number}_more${event}`, `OB${String(number).padStart(2, '0')}0${event}A`)}\n`,
      };
      await twin.as('anna').push(REPOSITORY, `p${number}`, { files, message: 'One more' });
    }
  }
  await app.steward.idle();
  await app.sweep();
  await app.steward.idle();
  expect(story.log.filter(({ level }) => level === 'error')).toEqual([]);
  const wrong = numbers.filter((number) => {
    const isGreen = conclusions(story, number).every((conclusion) => conclusion === 'success');
    return !isGreen || botComments(story, number).length !== 1;
  });
  expect(wrong).toEqual([]);
  const rows = await register(story);
  expect(new Set(rows.map(({ identifier }) => identifier)).size).toBe(rows.length);
  expect(new Set(rows.map(({ pullRequest }) => pullRequest))).toEqual(new Set(numbers));
  expect(rows.length).toBeGreaterThanOrEqual(2 * PROPOSALS);
  expect(pullOf(story, 1).state).toBe('open');
  expect(await twin.text(REPOSITORY, 'main', PERSON_FILE)).toBe(STANDARD[PERSON_FILE]);
}, 600_000);
