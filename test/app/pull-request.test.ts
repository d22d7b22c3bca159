import { ADDRESS, beginStory, PERSON, REPOSITORY, type Story } from './story.js';


let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.close());

const renamed = PERSON.replace('name: pers_sex', 'name: pers_gender');

async function propose(files: Record<string, string>, branch = 'proposal'): Promise<number> {
  const anna = story.twin.as('anna');
  await anna.push(REPOSITORY, branch, { files, message: 'Rename the item' });
  const number = await anna.openPull({ repo: REPOSITORY, head: branch, title: 'Rename the item', body: '' });
  await story.rest();
  return number;
}

test('a proposal is reviewed, identified and recorded', async () => {
  const number = await propose({ 'spec/objects/ssd_person.yml': renamed });
  const pull = story.twin.pull(REPOSITORY, number);
  console.log(JSON.stringify(story.twin.world.comments.map((c: { body: string }) => c.body.slice(0, 600)), null, 1));
  console.log(story.twin.world.checks.map((c) => [c.name, c.conclusion, c.output?.title]));
  console.log(story.twin.world.labels);
  console.log(await story.twin.text(REPOSITORY, 'spec-steward/register', 'register.csv'));
  console.log(await story.twin.text(REPOSITORY, 'proposal', 'spec/ssd_change_log.csv'));
  console.log(story.twin.requests);
  expect(pull.state).toBe('open');
});
