import { OWNER, type Stage, setStage, takeRequests } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.strike());

describe('the members of a team', () => {
  test('are all of them, on all pages', async () => {
    const logins = Array.from({ length: 101 }, (_, at) => `member-${at}`);
    stage.twin.organization({ login: OWNER, teams: { 'Steering Group': logins } });
    stage.twin.requests.clear();
    const members = await stage.forge.teamMembers(OWNER, 'steering-group');
    expect(members.map(({ login }) => login)).toEqual(logins);
    expect(members[0]).toEqual({ login: 'member-0', id: stage.twin.user('member-0').id, isBot: false });
    expect(takeRequests(stage.twin)).toHaveLength(2);
  });

  test('are those of this moment', async () => {
    stage.twin.organization({ login: OWNER, teams: { board: ['olga', 'piet'] } });
    await stage.forge.teamMembers(OWNER, 'board');
    stage.twin.organization({ login: OWNER, teams: { board: ['piet'] } });
    expect((await stage.forge.teamMembers(OWNER, 'board')).map(({ login }) => login)).toEqual(['piet']);
  });

  test.each([
    ['there is no such team', OWNER, 'nobody', 404],
    ['the App is not installed in the organisation', 'elsewhere', 'board', 404],
  ])('cannot be read where %s', async (_, organisation, team, status) => {
    stage.twin.organization({ login: 'elsewhere', teams: { board: ['olga'] } });
    await expect(stage.forge.teamMembers(organisation, team)).rejects.toMatchObject({
      detail: {
        code: 'unreadable-team',
        place: `${organisation}/${team}`,
        found: `the members of the team cannot be read (GitHub answered ${status})`,
        expected: expect.stringContaining('"Members: read-only"'),
      },
    });
  });

  test('cannot be read without the permission', async () => {
    stage.twin.faults.add({ path: /members/, status: 403, message: 'Resource not accessible by integration' });
    await expect(stage.forge.teamMembers(OWNER, 'board')).rejects.toThrow('unreadable-team');
  });

  test('are not guessed after a page that failed', async () => {
    const logins = Array.from({ length: 101 }, (_, at) => `member-${at}`);
    stage.twin.organization({ login: OWNER, teams: { board: logins } });
    stage.twin.faults.add({ path: /members\?.*page=2/, status: 500, times: 9 });
    await expect(stage.forge.teamMembers(OWNER, 'board')).rejects.toThrow('answered 500');
  });
});
