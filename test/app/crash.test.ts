/** The whole story of proposals, a fork, a direct push and the merge queue; see crash-sweep.ts for what is done to it. */
import { type Chapter, tellWithDeaths } from './crash-sweep.js';
import { ADDRESS_FILE, addressWith, item, objectFile, PERSON_FILE, RENAMED } from './standard.js';
import { open, REPOSITORY, type Story } from './story.js';

/** A renamed item, and a misspelling, so that there is a remark and a suggestion too. */
const FILES = { [PERSON_FILE]: RENAMED.replace('What pers_gender holds', 'What was recieved of pers_gender') };
const VISITS = { 'spec/objects/ssd_visit.yml': objectFile('ssd_visit', [item('visi_place', 'VISI001A')]) };

const anna = ({ twin }: Story) => twin.as('anna');
const stella = ({ twin }: Story) => twin.as('stella');
const addresses = (...names: string[]) => ({
  [ADDRESS_FILE]: addressWith(...names.map((name, index) => item(name, `ADDR00${4 + index}A`))),
});

const CHAPTERS: readonly Chapter[] = [
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

test('whenever the process is killed, a cold instance ends in the very same state', async () => {
  await tellWithDeaths(CHAPTERS);
}, 600_000);
