/** What a story came to: everything that people see, and the register. */
import type { CheckRun } from '../../sandbox/twin/model.js';
import type { Twin } from '../../sandbox/twin/twin.js';
import { BOT, REGISTER, textAt } from './story.js';

/** A state as plain values; the order in which pull requests are seen to is nobody's concern. */
export interface EndState {
  /** Things of which there are two: comments, checks, commits, identifiers, suggestions, labels. */
  readonly doubled: readonly string[];
  readonly seen: {
    readonly pulls: readonly { readonly number: number; readonly state: string }[];
    readonly register: string;
    readonly [part: string]: unknown;
  };
}

/** Everything that people see, without the numbers that GitHub gives to things. */
export async function endStateOf(twin: Twin): Promise<EndState> {
  const { checks, comments, reviewComments, pulls, repos } = twin.world;
  const register = (await textAt(twin, REGISTER, 'register.csv')) ?? '';
  const seen = {
    heads: repos.map(({ git }) => git.list('refs/heads/').filter(([ref]) => !ref.endsWith(REGISTER))),
    register,
    governed: await textAt(twin, REGISTER, 'governed.csv'),
    decisions: await Promise.all(
      pulls.map(({ number }) => textAt(twin, REGISTER, `decisions/pull-request-${number}.jsonl`)),
    ),
    reactions: comments
      .map(({ body, reactions }) => `${body} ${reactions.map(({ content }) => content).join()}`)
      .sort(),
    pulls: pulls.map(({ number, title, body, state, head, labels }) => {
      return { number, title, body, state, head: head.sha, labels: labels.map(({ name }) => name).sort() };
    }),
    comments: comments.map(({ number, body }) => `#${number} ${body}`).sort(),
    checks: current(checks)
      .map(({ suite, name, status, conclusion, externalId, annotations }) =>
        JSON.stringify([suite.headSha, name, status, conclusion, externalId, annotations]),
      )
      .sort(),
    suggestions: reviewComments.map(({ pull, path, line, body }) => `#${pull.number} ${path}:${line} ${body}`).sort(),
    labels: repos.map(({ labels }) => labels.map(({ name, color }) => `${name} ${color}`).sort()),
  };
  const identifiers = register
    .split('\n')
    .map((row) => row.split(',')[0] ?? '')
    .filter(Boolean);
  const ours = comments.filter(({ author }) => author.login === BOT);
  return {
    doubled: [
      ...twice(identifiers),
      ...twice(ours.map(({ number, body }) => `#${number} ${body.split('\n')[0]}`)),
      ...twice(seen.suggestions),
      ...twice(checks.map((check) => `${runOf(check)} ${check.externalId}`)),
      ...twice(pulls.filter(({ state }) => state === 'open').map(({ head }) => `${head.owner.login}:${head.ref}`)),
    ],
    seen,
  };
}

/** The newest run of each name on each commit: what GitHub shows, and what a merge waits for. */
function current(checks: readonly CheckRun[]): CheckRun[] {
  return [...new Map(checks.map((check) => [runOf(check), check])).values()];
}

function runOf({ suite, name }: CheckRun): string {
  return `${suite.headSha} ${name}`;
}

function twice(all: readonly string[]): string[] {
  return all.filter((one, index) => all.indexOf(one) !== index);
}
