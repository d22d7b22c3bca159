/** `steward sandbox --once`: what machines read, and that it is the same every time. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sandboxCommand } from '../../src/commands/sandbox.js';
import { packageRoot } from '../../src/local/bundled.js';

/** Runs the command with its output caught. */
async function runOnce(): Promise<{ code: number; text: string }> {
  let text = '';
  const { write } = process.stdout;
  process.stdout.write = ((chunk: string, done?: () => void) => {
    text += chunk;
    done?.();
    return true;
  }) as typeof write;
  try {
    return { code: await sandboxCommand({ once: true }), text };
  } finally {
    process.stdout.write = write;
  }
}

/** The clone and the files beside it stay for the user; a test takes them away. */
function sweep(text: string): void {
  const clone = /a git clone: +(\S+)/.exec(text)?.[1];
  if (clone) rmSync(dirname(clone), { recursive: true, force: true });
}

describe('steward sandbox --once', () => {
  let first: Awaited<ReturnType<typeof runOnce>>;
  const foldersBefore = new Set(readdirSync(tmpdir()));

  beforeAll(async () => {
    first = await runOnce();
  });

  afterAll(() => {
    sweep(first.text);
  });

  it('ends well', () => {
    expect(first.code).toBe(0);
  });

  it('begins with the report, and names what it left on the disk', () => {
    expect(first.text).toMatch(/^.*Must be mended: 1 dangling foreign key/);
    const places = [...first.text.matchAll(/^(?:The .+|.*git clone): +(\/\S+)$/gm)].map(([, path = '']) => path);
    expect(places).toHaveLength(4);
    for (const place of places) expect(existsSync(place)).toBe(true);
  });

  it('tells the pull request before and after it is mended', () => {
    const [, before = '', after = ''] = first.text.split(/^== .*$/m);
    expect(before).toContain('spec-steward/specification: failure');
    expect(before).toContain('spec-steward/records: failure');
    expect(before).toContain('no identifier is given yet');
    expect(after).toContain('spec-steward/specification: success');
    expect(after).toContain('spec-steward/records: success');
    expect(after).toContain('Required status check "spec-steward/approval" is failing.');
    expect(after).toMatch(/spec-steward\[bot\], verified: records: SSD-0028 to SSD-0031/);
    expect(after).toContain('SSD-0029 CONT007A reserved for pull request 1');
    expect(after).toMatch(/liquid_logic\.sqlserver: 3 tables, \+1 column/);
  });

  it('leaves nothing of the double behind', () => {
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith('spec-steward-github-'));
    expect(left.filter((name) => !foldersBefore.has(name))).toEqual([]);
  });

  it('says the same every time, as the first command of a fresh clone too', () => {
    const start = join(packageRoot(), 'tools/demo.js');
    const env = { ...process.env, NODE_OPTIONS: '' };
    const { status, stdout } = spawnSync(process.execPath, [start], { encoding: 'utf8', env });
    expect(status).toBe(0);
    const told = (text: string) => text.slice(text.indexOf('\n== '));
    expect(told(stdout)).toBe(told(first.text));
    sweep(stdout);
  });
});
