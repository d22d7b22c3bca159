/** What events lost: GitHub never redelivers a webhook by itself, and the App may have been away. */
import type { Client } from './connect.js';
import type { Log, Steward } from './steward.js';

interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly status_code: number;
}

/** Asks for the newest failed deliveries again, each once: a delivery that came through later has the same GUID. */
export async function redeliverLost(app: Client, log: Log): Promise<void> {
  const { data } = await app.request('GET /app/hook/deliveries', { per_page: 100 });
  const deliveries = data as readonly Delivery[];
  const arrived = new Set(deliveries.filter(({ status_code }) => isFine(status_code)).map(({ guid }) => guid));
  const lost = new Map(
    deliveries.filter(({ guid }) => !arrived.has(guid)).map((delivery) => [delivery.guid, delivery]),
  );
  for (const { id, guid } of lost.values()) {
    await app.request('POST /app/hook/deliveries/{delivery_id}/attempts', { delivery_id: id });
    log.info({ guid }, 'a lost delivery is asked for again');
  }
}

function isFine(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Every open pull request and every default branch of every repository that the App is installed in. */
export async function sweepAll(
  app: Client,
  authenticate: (installation: number) => Promise<Client>,
  steward: Steward,
): Promise<void> {
  const installations = await app.paginate('GET /app/installations', { per_page: 100 });
  for (const { id, suspended_at } of installations) {
    if (suspended_at) continue;
    const client = await authenticate(id);
    const repositories = await client.paginate('GET /installation/repositories', { per_page: 100 });
    for (const { full_name, archived } of repositories) if (!archived) steward.wish(id, full_name, [{ kind: 'sweep' }]);
  }
}
