import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTwin } from '../../sandbox/twin/twin.js';
import { openProbot } from '../../src/app/connect.js';

test('a secondary rate limit is waited out, and said in the log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-limits-'));
  const twin = await createTwin({ folder });
  try {
    const said: { facts: object; message: string }[] = [];
    const log = { info: (facts: object, message: string) => said.push({ facts, message }), error: () => undefined };
    const { id, privateKey, webhookSecret } = twin.app;
    const probot = openProbot({
      appId: String(id),
      privateKey,
      webhookSecret,
      baseUrl: twin.url,
      throttled: true,
      log,
    });
    const app = await probot.auth();
    twin.faults.secondaryLimit(1, { path: /^\/app$/, times: 1 });
    const { data } = await app.request('GET /app');
    expect(data?.slug).toBe(twin.app.slug);
    expect(said).toEqual([
      { facts: { seconds: 1, request: 'GET /app' }, message: 'secondary rate limit met; waiting' },
    ]);
  } finally {
    await twin.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
