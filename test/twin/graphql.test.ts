/** GraphQL over HTTP: reading many blobs at once, and commits by compare-and-swap. */
import { HERE, NAME, OWNER, REPO, refusalOf, type Stage, setStage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.strike());

interface GraphqlFailure {
  readonly data: unknown;
  readonly errors: readonly {
    readonly type: string;
    readonly message: string;
    readonly path: unknown;
    readonly locations: unknown;
  }[];
}

/** The errors of a refused query. */
async function failure(request: Promise<unknown>): Promise<GraphqlFailure> {
  return request.then(
    () => {
      throw new Error('the query was answered');
    },
    ({ response }) => response,
  );
}

const names = { owner: OWNER, name: NAME };

describe('reading', () => {
  it('gives many blobs in one answer', async () => {
    const files = { text: 'ö\n', binary: Buffer.from([0, 1, 2]), long: 'x'.repeat(600_000) };
    await stage.twin.as('rob').push(REPO, 'main', { files });
    const { data } = await stage.bot.rest.git.getTree({ ...HERE, tree_sha: 'main' });
    const oid = (path: string) => data.tree.find((entry) => entry.path === path)?.sha;
    const aliases = ['text', 'binary', 'long'].map(
      (path, at) => `a${at}: object(oid: "${oid(path)}") { ... on Blob { byteSize isBinary isTruncated text } }`,
    );
    const none = `none: object(oid: "${'0'.repeat(40)}") { oid }`;
    const query = `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${aliases.join(' ')} ${none} } }`;
    const answer = await stage.bot.graphql<{ repository: Record<string, { text: string }> }>(query, names);
    expect(answer.repository).toMatchObject({
      a0: { byteSize: 3, isBinary: false, isTruncated: false, text: 'ö\n' },
      a1: { byteSize: 3, isBinary: true, isTruncated: false, text: null },
      a2: { byteSize: 600_000, isTruncated: true },
      none: null,
    });
    expect(answer.repository.a2?.text).toHaveLength(512_000);
    expect(stage.twin.requests.writes()).toEqual([]);
  });

  it('evaluates expressions as git does', async () => {
    const sha = await stage.twin.head(REPO, 'main');
    const query = `{
      rateLimit { cost remaining }
      viewer { login }
      repository(owner: "${OWNER}", name: "${NAME}") {
        nameWithOwner
        defaultBranchRef { name prefix target { oid } }
        file: object(expression: "${sha}:spec/a.yml") { __typename ...on Blob { text } }
        folder: object(expression: "main:spec") { __typename ...Names }
        commit: object(expression: "main") { __typename ... on Commit { message tree { oid } } }
        missing: object(expression: "main:none") { __typename }
      }
    }
    fragment Names on Tree { entries { name type mode object { ... on Blob { byteSize } } } }`;
    const answer = await stage.bot.graphql<{ repository: object; viewer: object }>(query);
    expect(answer).toMatchObject({
      viewer: { login: 'spec-steward[bot]' },
      repository: {
        nameWithOwner: REPO,
        defaultBranchRef: { name: 'main', prefix: 'refs/heads/', target: { oid: sha } },
        file: { __typename: 'Blob', text: 'a: 1\nb: 2\nc: 3\n' },
        folder: {
          __typename: 'Tree',
          entries: [{ name: 'a.yml', type: 'blob', mode: 33188, object: { byteSize: 15 } }, { name: 'b.yml' }],
        },
        commit: { __typename: 'Commit', message: 'First commit' },
        missing: null,
      },
    });
  });

  it('refuses in GitHub’s form what is not there', async () => {
    const { data, errors } = await failure(stage.bot.graphql('{ repository(owner: "x", name: "y") { id } }'));
    expect(data).toEqual({ repository: null });
    const message = "Could not resolve to a Repository with the name 'x/y'.";
    expect(errors).toEqual([{ type: 'NOT_FOUND', path: ['repository'], locations: [{ line: 1, column: 3 }], message }]);
    const unknown = await failure(stage.bot.graphql(`{ repository(owner: "${OWNER}", name: "${NAME}") { stars } }`));
    expect(unknown.errors[0]).toMatchObject({
      path: ['repository', 'stars'],
      extensions: { code: 'undefinedField', typeName: 'Repository', fieldName: 'stars' },
      message: "Field 'stars' doesn't exist on type 'Repository'",
    });
    const broken = await failure(stage.bot.graphql('{ repository('));
    expect(broken.errors[0]?.message).toBe('Unexpected end of document');
    await expect(refusalOf(stage.api().graphql('{ viewer { login } }'))).resolves.toMatch(
      /^401 This endpoint requires/,
    );
  });
});

const COMMIT =
  'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid url } } }';

interface Committed {
  readonly createCommitOnBranch: { readonly commit: { readonly oid: string } };
}

/** Commits one file, or what else is wanted. */
function commit(expectedHeadOid: string, more: object = {}, by = stage.bot): Promise<Committed> {
  const contents = Buffer.from('new\n').toString('base64');
  const input = {
    branch: { repositoryNameWithOwner: REPO, branchName: 'side' },
    message: { headline: 'Records', body: 'For #1' },
    fileChanges: { additions: [{ path: 'spec/new.yml', contents }], deletions: [{ path: 'spec/b.yml' }] },
    expectedHeadOid,
    ...more,
  };
  return by.graphql<Committed>(COMMIT, { input });
}

describe('createCommitOnBranch', () => {
  let head: string;
  beforeEach(async () => {
    head = await stage.twin.as('rob').push(REPO, 'side', { files: { a: '1', run: { executable: '#!/bin/sh\n' } } });
  });

  it('makes a verified commit of the bot’s on top of the expected head', async () => {
    const { oid } = (await commit(head)).createCommitOnBranch.commit;
    await expect(stage.twin.head(REPO, 'side')).resolves.toBe(oid);
    const { data } = await stage.bot.rest.repos.getCommit({ ...HERE, ref: oid });
    expect(data.commit).toMatchObject({ message: 'Records\n\nFor #1', verification: { verified: true } });
    expect([data.author?.login, data.committer?.login, data.parents.map(({ sha }) => sha)]).toEqual([
      'spec-steward[bot]',
      undefined,
      [head],
    ]);
    await expect(stage.twin.text(REPO, 'side', 'spec/new.yml')).resolves.toBe('new\n');
    await expect(stage.twin.text(REPO, 'side', 'spec/b.yml')).resolves.toBeNull();
    expect(stage.twin.requests.writes()).toHaveLength(1);
  });

  it('refuses when the head has moved', async () => {
    await stage.twin.as('rob').push(REPO, 'side', { files: { a: '2' } });
    const { data, errors } = await failure(commit(head));
    expect(data).toEqual({ createCommitOnBranch: null });
    expect(errors).toMatchObject([{ type: 'STALE_DATA', path: ['createCommitOnBranch'] }]);
    expect(errors[0]?.message).toBe(`Expected branch to point to "${head}" but it did not.  Pull and try again.`);
  });

  it('lets one of two win, and tells the other in GitHub’s second wording', async () => {
    const answers = await Promise.allSettled([commit(head), commit(head, { message: { headline: 'Other' } })]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    const tip = await stage.twin.head(REPO, 'side');
    expect(lost.reason.response.errors[0].message).toBe(`Ref refs/heads/side is at ${tip} but expected ${head}`);
  });

  it('lets a dozen writers through one after another when they read again', async () => {
    const WRITERS = 12;
    const write = async (at: number): Promise<void> => {
      const fileChanges = { additions: [{ path: `numbers/${at}`, contents: Buffer.from(`${at}`).toString('base64') }] };
      for (let attempt = 0; attempt < WRITERS; attempt += 1) {
        const made = commit(await stage.twin.head(REPO, 'side'), { fileChanges });
        if (await made.catch(() => null)) return;
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, at) => write(at)));
    const { data } = await stage.bot.rest.repos.getContent({ ...HERE, path: 'numbers', ref: 'side' });
    expect(data).toHaveLength(WRITERS);
  });

  it('refuses to delete what is not there, and a path that is none', async () => {
    const gone = await failure(commit(head, { fileChanges: { deletions: [{ path: 'none' }] } }));
    const words = `A path was requested for deletion which does not exist as of commit oid \`${head}\``;
    expect(gone.errors[0]).toMatchObject({ type: 'NOT_FOUND', message: words });
    const bad = await failure(commit(head, { fileChanges: { additions: [{ path: '../x', contents: '' }] } }));
    expect(bad.errors[0]).toMatchObject({ type: 'UNPROCESSABLE' });
    await expect(stage.twin.head(REPO, 'side')).resolves.toBe(head);
  });

  it('refuses a protected branch, a missing one, and an App without the permission', async () => {
    const main = { branch: { repositoryNameWithOwner: REPO, branchName: 'main' } };
    stage.twin.protect(REPO, 'main', {});
    const refused = await failure(commit(await stage.twin.head(REPO, 'main'), main));
    expect(refused.errors[0]).toMatchObject({ type: 'FORBIDDEN' });
    expect(refused.errors[0]?.message).toContain('Changes must be made through a pull request.');
    const missing = await failure(commit(head, { branch: { repositoryNameWithOwner: REPO, branchName: 'none' } }));
    expect(missing.errors[0]).toMatchObject({ type: 'NOT_FOUND' });
    const reader = await failure(commit(head, {}, stage.botWith({ contents: 'read' })));
    expect(reader.errors[0]).toMatchObject({ type: 'FORBIDDEN', message: 'Resource not accessible by integration' });
    const workflow = { fileChanges: { additions: [{ path: '.github/workflows/x.yml', contents: '' }] } };
    await expect(failure(commit(head, workflow))).resolves.toMatchObject({ errors: [{ type: 'FORBIDDEN' }] });
  });

  it('writes to a fork where its owner allows that, and nowhere else in it', async () => {
    const fork = await stage.twin.as('ana').fork(REPO);
    const tip = await stage.twin.as('ana').push(fork, 'idea', { files: { a: '9' } });
    const branch = (branchName: string) => ({ branch: { repositoryNameWithOwner: fork, branchName } });
    await expect(failure(commit(tip, branch('idea')))).resolves.toMatchObject({ errors: [{ type: 'FORBIDDEN' }] });
    await stage.twin.as('ana').openPull({ repo: REPO, head: 'ana:idea', title: 'Idea' });
    await expect(commit(tip, branch('idea'))).resolves.toMatchObject({ createCommitOnBranch: { commit: {} } });
    await expect(failure(commit(tip, branch('main')))).resolves.toMatchObject({ errors: [{ type: 'FORBIDDEN' }] });
  });

  it('keeps an executable executable', async () => {
    const fileChanges = { additions: [{ path: 'run', contents: Buffer.from('#!/bin/bash\n').toString('base64') }] };
    await commit(head, { fileChanges });
    const { data } = await stage.bot.rest.git.getTree({ ...HERE, tree_sha: 'side' });
    expect(data.tree.find(({ path }) => path === 'run')?.mode).toBe('100755');
  });
});
