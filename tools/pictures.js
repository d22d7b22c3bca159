// Makes the pictures of docs/governance.md anew: plays a story in the sandbox and takes parts of its page with Chromium.
// `node tools/pictures.js`; Chromium must be installed.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, root } from './ready.js';

const PORT = 4949;
const PAGE = `http://localhost:${PORT}`;
const WIDTH = 860;

/** What happens before the pictures are taken: order, who gives it, and its fields. */
const STORY = [
  ['push', 'contributor', { change: 'mend-foreign-key' }],
  ['review', 'priya-essex', { event: 'APPROVE', body: '' }],
  ['comment', 'noor-nwadcs', { body: '/object SSD-0030 Eclipse gives a date here, and a text cannot be compared' }],
  ['comment', 'sam-d2i', { body: '/minute approve SSD-0029, SSD-0031 by "Knowsley" meeting TODAY' }],
  ['comment', 'contributor', { body: '/approve' }],
];

const ALONE =
  '.top, aside, #files, [data-live="notice"], [data-live="head"], h2, form { display: none !important; } body { padding: 12px; } .desk { display: block; } .pull { max-width: none; }';
const COMMENTS = `${ALONE} #checks, .timeline > li { display: none !important; }`;

/** One row a picture: its file, the address, what of the page is left, and how high it may be. */
const PICTURES = [
  {
    file: 'approval-comment.png',
    path: '/',
    style: `${COMMENTS} .timeline > li.comment.bot:not(li.comment.bot ~ li.comment.bot) { display: block !important; }`,
    most: 700,
  },
  {
    file: 'answers.png',
    path: '/',
    style: `${COMMENTS} .timeline > li.commit ~ li.commit ~ li.commit ~ li.comment { display: block !important; }`,
    most: 900,
  },
  {
    file: 'approval-check.png',
    path: '/',
    style: `${ALONE} #conversation, #checks details:not([data-key$="/approval"]):not([data-key$="/approval"] details), #checks form, #checks .hint { display: none !important; }`,
    most: 1700,
  },
  {
    file: 'agenda.png',
    path: '/agenda',
    style: '.front, p.back { display: none; } .page { border: 0; margin: 0; }',
    most: 1700,
  },
];

const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);
if (!chromium) {
  console.error('Chromium is not installed.');
  process.exit(1);
}

install();
build();
const folder = mkdtempSync(join(tmpdir(), 'steward-pictures-'));
const images = join(root, 'docs/images');
mkdirSync(images, { recursive: true });
const sandbox = spawn(process.execPath, [join(root, 'bin/steward'), 'sandbox', '--port', String(PORT)], {
  stdio: 'ignore',
});
try {
  await until(async () => (await fetch(PAGE, { redirect: 'follow' })).ok);
  await rest();
  for (const [order, who, fields] of STORY) await give(order, who, fields);
  const css = await (await fetch(`${PAGE}/page.css`)).text();
  for (const picture of PICTURES) await take(picture, css);
} finally {
  sandbox.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}

/** A form as the page sends it; then the App comes to rest. */
async function give(order, who, fields) {
  const today = new Date().toISOString().slice(0, 10);
  const own = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value.replace('TODAY', today)]));
  const body = new URLSearchParams({ pull: '1', who, ...own });
  await fetch(`${PAGE}/orders/${order}`, { method: 'POST', body, redirect: 'manual' });
  await rest();
}

async function rest() {
  await until(async () => (await (await fetch(PAGE)).text()).includes('class="status rest"'));
}

/** Asks again and again, for a minute; a page that is not there yet is asked again too. */
async function until(ask) {
  for (let tries = 0; tries < 120; tries += 1) {
    if (await ask().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the sandbox does not come to rest');
}

/** The page without its script, with its style and ours in it, as a file: as high as it is, or as it may be. */
async function take({ file, path, style, most }, css) {
  const html = (await (await fetch(`${PAGE}${path}`)).text())
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(/<script[^>]*><\/script>/, '')
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`)
    .replace('</head>', () => `<style>${style}</style></head>`)
    .replace('</body>', '<script>document.title = "height " + document.body.scrollHeight</script></body>');
  const page = join(folder, 'page.html');
  writeFileSync(page, html);
  const dom = chrome(['--dump-dom', `--window-size=${WIDTH},200`, `file://${page}`]);
  const height = Math.min(Number(/<title>height (\d+)/.exec(dom)?.[1] ?? most), most);
  chrome([
    `--screenshot=${join(images, file)}`,
    `--window-size=${WIDTH},${height}`,
    '--hide-scrollbars',
    `file://${page}`,
  ]);
  console.log(join('docs/images', file));
}

function chrome(args) {
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const fixed = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, ...quiet];
  return execFileSync(chromium, [...fixed, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
