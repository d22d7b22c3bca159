/** A proposal that is objected to, split, agreed to and merged; see crash-sweep.ts for what is done to the story. */
import { GOVERNED_STANDARD } from './approving.js';
import { type Chapter, tellWithDeaths } from './crash-sweep.js';
import { added, addedToAddress } from './standard.js';
import { open, REPOSITORY, type Story } from './story.js';

const says = ({ twin }: Story, login: string, number: number, body: string) =>
  twin.as(login).comment(REPOSITORY, number, body);
const approves = ({ twin }: Story, login: string, number: number) =>
  twin.as(login).review(REPOSITORY, number, { event: 'APPROVE' });

const CHAPTERS: readonly Chapter[] = [
  [
    'two changes are proposed',
    (story) => open(story, { files: { ...added('pers_one', 'PERS003A'), ...addedToAddress('addr_two', 'ADDR004A') } }),
    '1 open; 1 reserved, 1 reserved',
  ],
  [
    'one of them is objected to, the type of the other is said, and somebody asks what to say',
    async (story) => {
      says(story, 'nina', 1, '/object SSD-0002 not yet');
      says(story, 'olga', 1, '/classify SSD-0001 change it replaces another');
      says(story, 'zoe', 1, '/approve\n\n/help');
    },
    '1 open; 1 reserved, 1 reserved',
  ],
  [
    'it is split off',
    async (story) => says(story, 'olga', 1, '/split SSD-0002'),
    '1 open, 2 open; 1 reserved, 2 reserved',
  ],
  [
    'the others are agreed to',
    async (story) => {
      approves(story, 'olga', 1);
      approves(story, 'esther', 1);
      says(story, 'sam', 1, '/minute approve by "Knowsley" meeting TODAY'.replace('TODAY', day()));
    },
    '1 open, 2 open; 1 reserved, 2 reserved',
  ],
  [
    'they are merged',
    (story) => story.twin.as('stella').merge(REPOSITORY, 1),
    '1 closed, 2 open; 1 merged, 2 reserved',
  ],
  [
    'what was split off is merged over the failing check',
    (story) => story.twin.as('stella').merge(REPOSITORY, 2, { force: true }),
    '1 closed, 2 closed; 1 merged, 2 merged',
  ],
];

function day(): string {
  return new Date().toISOString().slice(0, 10);
}

test('whenever the process is killed, a cold instance ends in the very same state', async () => {
  await tellWithDeaths(CHAPTERS, { files: GOVERNED_STANDARD });
}, 600_000);
