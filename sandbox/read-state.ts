/** Reads what the page and the text show from the double, in the same way in which GitHub's own pages would. */
import { REGISTER_BRANCH, REGISTER_FILE, readRegister } from '../src/register/register.js';
import { pullLine, pullsOf, readPull } from './read-pull.js';
import { REPOSITORY, type Sandbox } from './sandbox.js';
import type { RequestLine, SandboxState, WebhookLine } from './state.js';
import { textAt } from './text-at.js';
import type { Delivery } from './twin/hooks/deliveries.js';
import type { LoggedRequest } from './twin/http/request-log.js';

/** Everything as it is now, with one pull request in full; `pull` is null where there is none of that number. */
export async function readState({ twin, isBusy, log }: Sandbox, number: number): Promise<SandboxState> {
  const pulls = pullsOf(twin);
  const chosen = pulls.find((pull) => pull.number === number);
  const requests = twin.requests.all().filter(({ actor }) => actor !== 'anonymous');
  return {
    version: versionOf({ twin, isBusy }),
    isBusy: isBusy(),
    repository: REPOSITORY,
    pulls: pulls.map(pullLine),
    pull: chosen ? await readPull(twin, chosen) : null,
    register: readRegister((await textAt(twin, REGISTER_BRANCH, REGISTER_FILE)) ?? ''),
    webhooks: twin.deliveries.all().map(webhookLine).reverse(),
    requests: requests.map(requestLine).reverse(),
    log: log.toReversed(),
    counts: { reads: twin.requests.reads().length, writes: twin.requests.writes().length },
  };
}

/** Differs as soon as anything has happened. */
export function versionOf({ twin, isBusy }: Pick<Sandbox, 'twin' | 'isBusy'>): string {
  const deliveries = twin.deliveries.all();
  const answered = deliveries.filter(({ statusCode }) => statusCode !== 0).length;
  return [deliveries.length, answered, twin.requests.all().length, isBusy() ? 'busy' : 'rest'].join('.');
}

function webhookLine({ event, action, deliveredAt, statusCode }: Delivery): WebhookLine {
  return { event: action ? `${event}.${action}` : event, at: deliveredAt, status: statusCode };
}

function requestLine({ method, template, path, status, writes }: LoggedRequest): RequestLine {
  return { method, path: template ?? path, status, isWrite: writes };
}
