/** What a client reads at a cold start: an archive of a commit, and the history of a path. */
import { gunzipSync } from 'node:zlib';
import { NAME, OWNER, REPO, type Stage, setStage } from './stage.js';

let stage: Stage;
let time = Date.UTC(2026, 0, 1);
beforeEach(async () => {
  stage = await setStage({ clock: () => new Date(time) });
});
afterEach(() => stage.strike());

describe('an archive', () => {
  const archive = async (ref: string) => {
    const address = `${stage.twin.url}/repos/${REPO}/tarball/${ref}`;
    const moved = await fetch(address, { redirect: 'manual' });
    const answer = await fetch(address);
    return { moved, text: answer.ok ? gunzipSync(Buffer.from(await answer.arrayBuffer())).toString() : '', answer };
  };

  it('lies at another address', async () => {
    const commit = await stage.twin.head(REPO, 'main');
    const { moved, text } = await archive('main');
    expect(moved.status).toBe(302);
    expect(moved.headers.get('location')).toBe(`${stage.twin.url}/codeload/${REPO}/legacy.tar.gz/${commit}`);
    expect(text).toContain(`d2i-standard-${commit.slice(0, 7)}/spec/a.yml`);
    expect(text).toContain('a: 1\nb: 2\nc: 3\n');
  });

  it('is made as attributes of the repository say', async () => {
    const files = {
      '.gitattributes': 'spec/a.yml export-ignore\nspec/b.yml export-subst\n',
      'spec/b.yml': '$Format:%s$',
    };
    await stage.twin.as('rob').push(REPO, 'main', { files, message: 'Substituted' });
    const { text } = await archive('main');
    expect(text).not.toContain('spec/a.yml\0');
    expect(text).not.toContain('$Format:%s$');
    expect(text).toContain('Substituted');
  });

  it('is not there for a commit that is not there', async () => {
    expect((await archive('nothing')).moved.status).toBe(404);
  });
});

describe('the history of a path', () => {
  it('has the commits that touched it, newest first, and what each left there', async () => {
    const push = async (message: string, files: Readonly<Record<string, string | null>>) => {
      time += 60_000;
      await stage.twin.as('rob').push(REPO, 'main', { message, files });
    };
    await push('Second', { 'spec/a.yml': 'a: 2\n' });
    await push('Elsewhere', { 'spec/b.yml': 'b: 2\n' });
    await push('Gone', { 'spec/a.yml': null });
    const query = `query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) {
      object(expression: "main") { ... on Commit {
        all: history(first: 9, path: "spec/a.yml") { nodes { message file(path: "spec/a.yml") { size mode } } }
        first: history(first: 1) { nodes { message } }
      } }
    } }`;
    await expect(stage.bot.graphql(query, { owner: OWNER, name: NAME })).resolves.toEqual({
      repository: {
        object: {
          all: {
            nodes: [
              { message: 'Gone', file: null },
              { message: 'Second', file: { size: 5, mode: 0o100644 } },
              { message: 'First commit', file: { size: 15, mode: 0o100644 } },
            ],
          },
          first: { nodes: [{ message: 'Gone' }] },
        },
      },
    });
  });
});
