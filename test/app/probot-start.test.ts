/** Probot's own start: the default export, loaded as `probot run` loads it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTwin } from '../../sandbox/twin/twin.js';
import { openProbot } from '../../src/app/connect.js';
import probotApp from '../../src/app.js';
import { STANDARD } from './standard.js';
import { REPOSITORY } from './story.js';

test('an open proposal is looked at when Probot itself starts the App', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-probot-'));
  const twin = await createTwin({ folder });
  try {
    twin.organization({ login: 'data-to-insight' });
    await twin.repository({ name: REPOSITORY, files: STANDARD, collaborators: { anna: 'write' } });
    twin.install({ account: 'data-to-insight' });
    const anna = twin.as('anna');
    await anna.push(REPOSITORY, 'proposal', { files: { 'README.md': 'Another text\n' } });
    const number = await anna.openPull({ repo: REPOSITORY, head: 'proposal', title: 'Another text' });
    const { id, privateKey, webhookSecret } = twin.app;
    const probot = openProbot({ appId: String(id), privateKey, webhookSecret, baseUrl: twin.url, throttled: false });
    await probot.load(probotApp);
    const done = () => twin.world.checks.filter(({ conclusion }) => conclusion === 'success').length;
    for (let tries = 0; tries < 200 && done() < 3; tries += 1) await new Promise((next) => setTimeout(next, 50));
    expect([number, done()]).toEqual([1, 3]);
  } finally {
    await twin.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
