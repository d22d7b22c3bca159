import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderHtml } from '../../src/report/render-html.js';
import { biggestVersion } from './stories.js';

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);
if (!CHROMIUM) console.log('skipped: the page in a browser, because Chromium is not installed');

/** Shows the page in a frame of a width and reports how wide its contents are. */
function contentWidth(folder: string, width: number): number {
  const harness = join(folder, `frame-${width}.html`);
  const script =
    'document.title = "width " + document.getElementById("page").contentDocument.documentElement.scrollWidth';
  const frame = `<iframe id="page" src="page.html" width="${width}" height="800" style="border:0" onload='${script}'></iframe>`;
  writeFileSync(harness, `<!doctype html><title>none</title>${frame}`);
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--allow-file-access-from-files',
    '--virtual-time-budget=4000',
  ];
  const profile = `--user-data-dir=${join(folder, 'profile')}`;
  const dom = execFileSync(CHROMIUM ?? '', [...flags, profile, '--dump-dom', `file://${harness}`], {
    encoding: 'utf8',
  });
  return Number(/<title>width (\d+)/.exec(dom)?.[1] ?? Number.NaN);
}

(CHROMIUM ? describe : describe.skip)('the page in a browser', () => {
  test.each([360, 1200])('%i pixels wide it never scrolls sideways', (width) => {
    const folder = mkdtempSync(join(tmpdir(), 'steward-page-'));
    try {
      writeFileSync(join(folder, 'page.html'), renderHtml(biggestVersion()));
      expect(contentWidth(folder, width)).toBeLessThanOrEqual(width);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
