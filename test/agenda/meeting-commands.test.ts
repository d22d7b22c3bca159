/** What stands ready to be copied does what it says: the App takes it, and it means no more than it should. */
import { meetingCommands, rangesOf } from '../../src/agenda/meeting-commands.js';
import { votesOf } from '../../src/agenda/votes.js';
import { rollOf } from '../../src/approval/roll.js';
import { simulate } from '../../src/approval/simulate.js';
import { plain } from '../../src/report/phrase.js';
import { aWorld, commitOf, GROUP, happen, situationOf, stateOf, time, type World } from '../approval/world.js';

const roll = rollOf(GROUP, new Map());
const DAY = '2026-11-02';

const commandsOf = (world: World) => meetingCommands(stateOf(world), { roll, meeting: DAY });

/** How it stands when somebody says it, and what they are answered. */
function said(world: World, login: string, command: string): [string, string] {
  const { changeTypes, ...context } = { ...situationOf(world), verdict: world.verdict, unheard: [] };
  const content = { commit: commitOf(world), units: world.units };
  const around = { policy: world.policy, content, entries: world.entries, context, changeTypes };
  const { after, answer } = simulate(`${login}:${command}`, {
    ...around,
    context: { ...context, now: time(world.now) },
  });
  return [after.state, answer.map(plain).join(' ')];
}

describe('ranges', () => {
  test.each<[wanted: string[], all: string[], text: string]>([
    [['SSD-0028'], ['SSD-0028'], 'SSD-0028'],
    [['SSD-0028', 'SSD-0029'], ['SSD-0028', 'SSD-0029'], 'SSD-0028, SSD-0029'],
    [['SSD-0030', 'SSD-0028', 'SSD-0029'], ['SSD-0028', 'SSD-0029', 'SSD-0030'], 'SSD-0028..0030'],
    [['SSD-0028', 'SSD-0030', 'SSD-0040'], ['SSD-0028', 'SSD-0030', 'SSD-0040'], 'SSD-0028..0040'],
    [['SSD-0028', 'SSD-0030'], ['SSD-0028', 'SSD-0029', 'SSD-0030'], 'SSD-0028, SSD-0030'],
    [['SSD-9999', 'SSD-10000', 'SSD-10001'], ['SSD-9999', 'SSD-10000', 'SSD-10001'], 'SSD-9999..10001'],
    [['PERS001A', 'PERS002A', 'PERS003A'], ['PERS001A', 'PERS002A', 'PERS003A'], 'PERS001A, PERS002A, PERS003A'],
    [[], ['SSD-0028'], ''],
  ])('%j of %j', (wanted, all, text) => {
    expect(rangesOf(wanted, all)).toBe(text);
  });
});

describe('what a meeting is offered', () => {
  test('all that wait, by the organisations that have said nothing, and the App takes it', () => {
    const world = happen(
      aWorld({ ...GROUP, commentDays: 0 }),
      'proposed: change SSD-0031, documentation SSD-0032, change SSD-0033, new feature SSD-0034; esther approves',
    );
    const [minute = '', ...others] = commandsOf(world);
    expect(minute).toBe(`/minute approve SSD-0031..0034 by "D2I, Hertfordshire, NW ADCS, Knowsley" meeting ${DAY}`);
    expect(others).toEqual(['/hold REASON']);
    expect(said(world, 'sam', minute)).toEqual(['agreed', '']);
  });

  test('what is met already is left out', () => {
    const world = happen(
      aWorld({ ...GROUP, commentDays: 0 }),
      ['proposed: change SSD-0031, bug SSD-0032, change SSD-0033', 'nina says /approve SSD-0032'].join('; '),
    );
    expect(commandsOf(world)[0]).toMatch(/^\/minute approve SSD-0031, SSD-0033 by "/);
  });

  test('an objection is settled, or what it is to goes on by itself', () => {
    const world = happen(aWorld(), 'proposed: bug SSD-0031, bug SSD-0032; nina says /object SSD-0032 too short');
    const commands = commandsOf(world);
    expect(commands.slice(1)).toEqual(['/resolve SSD-0032', '/split SSD-0032', '/hold REASON']);
    expect(said(world, 'olga', '/resolve SSD-0032')).toEqual(['waiting', '']);
    const alone = happen(aWorld(), 'proposed: bug SSD-0031; nina says /object SSD-0031 too short');
    expect(commandsOf(alone).slice(1)).toEqual(['/resolve SSD-0031', '/hold REASON']);
  });

  test('what is held goes on', () => {
    const world = happen(aWorld(), 'proposed: bug SSD-0031; olga says /hold not before January');
    expect(commandsOf(world).at(-1)).toBe('/unhold');
    expect(said(world, 'olga', '/unhold')).toEqual(['waiting', '']);
  });

  test.each([
    ['agreed', aWorld(), 'proposed: bug SSD-0031; nina approves'],
    ['nothing to decide', aWorld(), 'proposed: documentation SSD-0031'],
    ['not ready', aWorld(), 'proposed: bug SSD-0031; an error is found'],
    ['nobody named', aWorld({ ...GROUP, people: [] }), 'proposed: bug SSD-0031'],
  ])('nothing where it is %s', (_, world, story) => {
    expect(commandsOf(happen(world, story))).toEqual([]);
  });

  test('a name that no command can carry is left out', () => {
    const people = GROUP.people.map((one) =>
      one.organisation === 'D2I' ? { ...one, organisation: 'D2I, "the" core' } : one,
    );
    const world = happen(aWorld({ ...GROUP, people }), 'proposed: bug SSD-0031');
    const own = rollOf(world.policy, new Map());
    expect(meetingCommands(stateOf(world), { roll: own, meeting: DAY })[0]).toBe(
      `/minute approve SSD-0031 by "Essex, Hertfordshire, NW ADCS, Knowsley" meeting ${DAY}`,
    );
  });
});

describe('votes by organisation', () => {
  test('who agreed to how much, who objects, whose word is wanted, and for which CMS', () => {
    const world = happen(
      aWorld({ ...GROUP, commentDays: 0 }),
      [
        'proposed: change SSD-0031 with mosaic SQL, change SSD-0032 with eclipse SQL, documentation SSD-0033',
        'olga says /approve SSD-0031; nina says /object SSD-0032 too short',
        `sam says /minute approve SSD-0031 by "Knowsley" meeting ${DAY}`,
      ].join('; '),
    );
    expect(votesOf(stateOf(world), roll)).toEqual([
      {
        organisation: 'D2I',
        voices: [{ name: 'Olga Brown', agreed: ['SSD-0031'], meeting: '' }],
        objectors: [],
        wanted: ['Olga Brown', 'Sam Reed'],
        cms: [],
      },
      { organisation: 'Essex', voices: [], objectors: [], wanted: ['Esther Cole'], cms: ['mosaic'] },
      { organisation: 'Hertfordshire', voices: [], objectors: [], wanted: ['Henry Dale'], cms: ['eclipse'] },
      { organisation: 'NW ADCS', voices: [], objectors: ['Nina West'], wanted: ['Nina West'], cms: [] },
      {
        organisation: 'Knowsley',
        voices: [{ name: 'Knowsley', agreed: ['SSD-0031'], meeting: DAY }],
        objectors: [],
        wanted: ['Kim Hall'],
        cms: [],
      },
    ]);
  });

  test('authors are asked for nothing', () => {
    const world = happen(aWorld(), 'proposed: bug SSD-0031; nina pushes a commit');
    expect(votesOf(stateOf(world), roll).find(({ organisation }) => organisation === 'NW ADCS')?.wanted).toEqual([]);
  });
});
