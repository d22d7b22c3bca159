/** What a look costs: few reads, and no more of them where the standard is larger. */
import { item, objectFile, STANDARD } from './standard.js';
import { beginStory, conclusions, propose, REPOSITORY, type Story } from './story.js';

/** A data object that can be told from every other. */
function object(at: number, more: readonly string[] = []): string {
  const ref = `OB${String(at).padStart(2, '0')}`;
  const key = ['    primary_key: true', '    validators:', '    - required:', '        enabled: true'];
  const unique = ['    - unique:', '        enabled: true'];
  const items = [item(`ob${at}_table_id`, `${ref}001A`, [...key, ...unique]), item(`ob${at}_date`, `${ref}002A`)];
  return objectFile(`ssd_ob${at}`, [...items, ...more]);
}

const path = (at: number) => `spec/objects/ssd_ob${at}.yml`;

function standardOf(objects: number): Record<string, string> {
  const files = Array.from({ length: objects }, (_, at) => [path(at), object(at)]);
  return { ...STANDARD, ...Object.fromEntries(files) };
}

/** Five files that all gain an item. */
const five = (name: string, ref: string) =>
  Object.fromEntries(
    [0, 1, 2, 3, 4].map((at) => [
      path(at),
      object(at, [item(`ob${at}_${name}`, `OB${String(at).padStart(2, '0')}${ref}`)]),
    ]),
  );

/** Reads of a warm App: a look at a new proposal of five files, a round on average, and one more look at rest. */
async function cost(objects: number) {
  const story: Story = await beginStory({ files: standardOf(objects) });
  try {
    await propose(story, { files: five('first', '003A'), branch: 'warming-up' });
    story.log.splice(0);
    const number = await propose(story, { files: five('second', '004A'), branch: 'measured' });
    const first = story.log[0]?.facts;
    story.log.splice(0);
    story.twin.as('stella').review(REPOSITORY, number, { event: 'COMMENT', body: 'Thank you' });
    await story.rest();
    expect(conclusions(story, number)).toEqual(['success', 'success']);
    const [last] = story.log;
    return {
      first: Math.ceil((first?.reads ?? 99) / (first?.rounds ?? 1)),
      rest: last?.facts.reads,
      writes: last?.facts.writes,
    };
  } finally {
    await story.close();
  }
}

test('at most ten reads for a proposal of five files, also where the standard is ten times as large', async () => {
  const small = await cost(8);
  const large = await cost(80);
  expect(small.first).toBeLessThanOrEqual(10);
  expect(small.rest).toBeLessThanOrEqual(10);
  expect(small.writes).toBe(0);
  expect(large).toEqual(small);
});
