/** `steward sandbox`: the App at work on a double of GitHub, with one page to watch it and to take part. */
import { join } from 'node:path';
import { carryOut } from '../../sandbox/orders.js';
import { outcomeText } from '../../sandbox/outcome.js';
import { MENDED_KEY } from '../../sandbox/proposals.js';
import { readState } from '../../sandbox/read-state.js';
import { BRANCH, openSandbox, propose, REPOSITORY, type Sandbox } from '../../sandbox/sandbox.js';
import { type ServedPage, servePage } from '../../sandbox/serve-page.js';
import { StewardError } from '../errors.js';
import { packageRoot } from '../local/bundled.js';
import { ansiPaint, plainPaint } from '../report/paint.js';
import { renderText } from '../report/render-text.js';
import { FINE, isColourful, MEND, print } from './output.js';
import { type Desk, workOnDesk } from './sandbox-desk.js';

/** Options of `steward sandbox`. */
export interface SandboxCommand {
  /** Print how the pull request stands, before and after it is mended, and end. */
  readonly once: boolean;
  /** Port of the page; without it the usual one, or any that is free. */
  readonly port?: number;
}

const USUAL_PORT = 4040;

/** A day on which every run of `--once` takes place. */
const FIXED_DAY = '2026-03-02T09:00:00Z';

/** Exit 1 when the App failed at anything; without `once` it goes on until it is interrupted. */
export async function sandboxCommand({ once, port }: SandboxCommand): Promise<number> {
  const interrupted = once ? null : interruption();
  const sandbox = await openSandbox(once ? { clock: () => new Date(FIXED_DAY) } : {});
  try {
    const number = await propose(sandbox.twin);
    await print(await deskText(sandbox));
    if (interrupted === null) return await tellOnce(sandbox, number);
    await serveUntil(interrupted, sandbox, port);
    return FINE;
  } finally {
    await sandbox.close();
  }
}

async function tellOnce(sandbox: Sandbox, number: number): Promise<number> {
  const tell = async (heading: string) => {
    await sandbox.rest();
    await print(`\n== ${heading}\n\n${outcomeText(await readState(sandbox, number))}`);
  };
  await tell('The App has looked at the pull request');
  const field = (name: string) => (name === 'change' ? MENDED_KEY.id : '');
  const { text } = await carryOut('push', { twin: sandbox.twin, pull: number, field });
  await tell(text);
  const errors = sandbox.log.filter(({ level }) => level === 'error');
  for (const { message, facts } of errors) process.stderr.write(`steward: ${message} ${JSON.stringify(facts)}\n`);
  await print(`\nWithout --once, one page shows all of it and lets one take part.\n`);
  return errors.length === 0 ? FINE : MEND;
}

/** Resolves at the first Ctrl-C, also when it comes while everything is still starting: then it is cleaned up too. */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

async function serveUntil(interrupted: Promise<void>, sandbox: Sandbox, port: number | undefined): Promise<void> {
  void sandbox.rest();
  const page = await serveSomewhere(sandbox, port);
  await print(`
The same proposal is pull request #1 of ${REPOSITORY}, on a double of GitHub where the App is at work.
Watch it and take part:

  ${page.url}

Ctrl-C ends it.
`);
  await interrupted;
  await page.close();
}

/** On the port that was asked for; else on the usual one, or on any where another has it. */
async function serveSomewhere(sandbox: Sandbox, port: number | undefined): Promise<ServedPage> {
  try {
    return await servePage(sandbox, port ?? USUAL_PORT);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (port === undefined) return servePage(sandbox, 0);
    const found = `port ${port} is in use`;
    throw new StewardError({ code: 'port-in-use', place: '--port', found, expected: 'a free port, or none at all' });
  }
}

async function deskText({ twin }: Sandbox): Promise<string> {
  const origin = twin.world.repos[0]?.git.folder ?? '';
  return reportText(await workOnDesk({ origin, branch: BRANCH }));
}

function reportText({ result, recorded, places }: Desk): string {
  const width = Math.min(process.stdout.columns ?? 100, 120);
  const steward = join(packageRoot(), 'bin/steward');
  return `${renderText(result.review, { paint: isColourful() ? ansiPaint : plainPaint, width })}
Recorded as \`steward record\` does it: ${recorded}

The whole report (open it in a browser):  ${places.report}
The records that would be written:        ${places.records}
The SQL difference of every CMS:          ${places.sql}
The proposal itself, a git clone:         ${places.clone}

In a clone of your own specification:
  ${steward} lint                    every fault, with its place and how to mend it
  ${steward} review --base main      what your working tree changes
  ${steward} record --base main      identifiers, change log, metadata and SQL
  ${steward} --help                  everything else
`;
}
