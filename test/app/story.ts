/** The App at work on the twin: a repository with a small standard, a contributor, a fork, and the real App beside it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApp, runApp } from '../../src/app/run-app.js';
import { createTwin, type Twin } from '../../src/sandbox/twin/twin.js';

export const REPOSITORY = 'data-to-insight/ssd';

const ITEM = (name: string, ref: string, more: readonly string[] = []): string =>
  [
    `  - name: ${name}`,
    `    description: What ${name} holds`,
    `    item_ref: ${ref}`,
    '    type: nvarchar',
    '    size: 48',
    ...more,
    '    categories:',
    '    - identity',
    '    returns:',
    '    - CIN',
    '    guidance: Record it as it is known.',
  ].join('\n');

const KEY = ['    primary_key: true', '    validators:', '    - required:', '        enabled: true', '    - unique:', '        enabled: true'];

/** Two data objects, the second with a person id that refers to the first. */
export const PERSON = ['---', 'nodes:', '- name: ssd_person', '  fields:', ITEM('pers_person_id', 'PERS001A', KEY), ITEM('pers_sex', 'PERS002A'), ''].join('\n');
export const ADDRESS = [
  '---',
  'nodes:',
  '- name: ssd_address',
  '  fields:',
  ITEM('addr_table_id', 'ADDR001A', KEY),
  ITEM('addr_person_id', 'ADDR002A', ['    foreign_key: ssd_person.pers_person_id']),
  ITEM('addr_postcode', 'ADDR003A'),
  '',
].join('\n');

const HEADINGS =
  'item_ref,old_item_ref,release_datetime,change_id,change_object_name,change_impact_title,change_status,change_type,change_source,change_impact_notes';

export interface Story {
  readonly twin: Twin;
  readonly app: RunningApp;
  /** Resolves when every event has been sent and worked off. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

export async function beginStory(extra: Readonly<Record<string, string>> = {}): Promise<Story> {
  const folder = mkdtempSync(join(tmpdir(), 'steward-app-'));
  const twin = await createTwin({ folder });
  twin.organization({ login: 'data-to-insight' });
  await twin.repository({
    name: REPOSITORY,
    files: {
      'README.md': 'The standard\n',
      'spec/objects/ssd_person.yml': PERSON,
      'spec/objects/ssd_address.yml': ADDRESS,
      'spec/ssd_change_log.csv': `${HEADINGS}\n`,
      ...extra,
    },
    collaborators: { anna: 'write', stella: 'admin' },
  });
  twin.install({ account: 'data-to-insight' });
  const log = { info: () => undefined, error: (facts: object, message: string) => console.error(message, facts) };
  const app = await runApp({
    appId: String(twin.app.id),
    privateKey: twin.app.privateKey,
    webhookSecret: twin.app.webhookSecret,
    baseUrl: twin.url,
    host: '127.0.0.1',
    port: 0,
    dryRun: false,
    today: () => '2026-11-22',
    log,
    throttled: false,
  });
  twin.setWebhookTarget(app.webhookUrl);
  return {
    twin,
    app,
    rest: async () => {
      for (let quiet = 0; quiet < 2; quiet += 1) {
        await twin.deliveries.settled();
        await app.steward.idle();
      }
    },
    close: async () => {
      await app.close();
      await twin.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
