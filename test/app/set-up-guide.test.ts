/** The set-up guide and the manifest, held against each other. */
import { readFileSync } from 'node:fs';
import { readManifest } from '../../src/app/manifest.js';
import { HOOK_PATH } from '../../src/app/run-app.js';
import { RECORDS_CHECK, SPECIFICATION_CHECK } from '../../src/pull-request/checks.js';
import { REGISTER_BRANCH } from '../../src/register/register.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const guide = read('docs/set-up.md');
const manifest = readManifest(read('app.yml'));
const address = new URL(/^https:\/\/github\.com\/organizations\/\S+$/m.exec(guide)?.[0] ?? 'about:blank');

test('the address that fills in the form asks for what app.yml asks for, and for nothing else', () => {
  const { searchParams } = address;
  const other = ['name', 'url', 'public', 'webhook_active', 'webhook_url', 'events[]'];
  const permissions = [...searchParams].filter(([name]) => !other.includes(name));
  expect(Object.fromEntries(permissions)).toEqual(manifest.permissions);
  expect(searchParams.getAll('events[]')).toEqual(manifest.events);
  expect(new URL(searchParams.get('webhook_url') ?? '').pathname).toBe(HOOK_PATH);
});

test('the table of permissions is that of app.yml', () => {
  const rows = [...guide.matchAll(/^\| ([A-Z][a-z ]+) \| (read|read and write) \|/gm)];
  const levels = rows.map(([, name = '', level]) => [
    name.toLowerCase().replace(' ', '_'),
    level === 'read' ? 'read' : 'write',
  ]);
  expect(Object.fromEntries(levels)).toEqual(manifest.permissions);
});

test.each([SPECIFICATION_CHECK, RECORDS_CHECK, REGISTER_BRANCH])('%s is called what it is called', (name) => {
  expect(guide).toContain(`\`${name}\``);
});

test.each(['docs/set-up.md', 'docs/contributing-a-change.md'])('the links of %s lead somewhere', (path) => {
  const text = read(path);
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) =>
      `#${heading
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replaceAll(' ', '-')}`,
  );
  const links = [...text.matchAll(/\]\((?!https:)([^)]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) {
    if (link.startsWith('#')) expect(headings).toContain(link);
    else expect(() => readFileSync(new URL(link, new URL(`../../${path}`, import.meta.url)))).not.toThrow();
  }
  expect(read('README.md')).toContain(`(${path})`);
});
