/** What the page's server answers: GitHub's own addresses below the repository, the editor, and orders. */
import { clockOf } from '../src/app/connect.js';
import { agendaText } from '../src/commands/agenda.js';
import { StewardError } from '../src/errors.js';
import { HTML_POLICY } from '../src/report/render-html.js';
import { CONTRIBUTOR, type Player, playerOf } from './cast.js';
import { carryOut } from './orders.js';
import { renderEditor } from './page/edit-page.js';
import { type Notice, renderFile, renderPage } from './page/page.js';
import { PAGE_SCRIPT } from './page/script.js';
import { PAGE_STYLE } from './page/style.js';
import { readEditing } from './read-editing.js';
import { readOffers } from './read-offers.js';
import { readState, versionOf } from './read-state.js';
import { REPOSITORY, type Sandbox } from './sandbox.js';
import { textAt } from './text-at.js';
import { Refusal } from './twin/refusal.js';

/** What is asked. */
export interface Ask {
  /** A form was sent; else something is only looked at. */
  readonly isOrder: boolean;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  /** Login of whom the visitor plays, `''` where they have not chosen. */
  readonly who: string;
}

/** What is answered; HTML where there is no type. */
export interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
  readonly location?: string;
  /** What the document may fetch and run, where it is not a page of the sandbox. */
  readonly policy?: string;
  /** Whom the visitor plays from now on. */
  readonly play?: string;
}

/** The sandbox, and what the last order came to. */
export interface Desk {
  readonly sandbox: Sandbox;
  notice: Notice | null;
  orders: number;
}

const NOT_FOUND: Reply = { status: 404, type: 'text/plain', body: 'There is no such page.' };

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="#1a7f37"/>
<path d="M4 8.5 7 11.5 12 5" fill="none" stroke="#fff" stroke-width="2"/></svg>`;

const FIXED: Readonly<Record<string, Reply>> = {
  '/': { status: 302, location: addressOf(1) },
  '/page.js': { status: 200, type: 'text/javascript', body: PAGE_SCRIPT },
  '/page.css': { status: 200, type: 'text/css', body: PAGE_STYLE },
  '/icon.svg': { status: 200, type: 'image/svg+xml', body: ICON },
};

/** A desk at which nothing has been ordered. */
export function openDesk(sandbox: Sandbox): Desk {
  return { sandbox, notice: null, orders: 0 };
}

/** Answers one request; an order is done when this resolves, what the App makes of it is not. */
export async function answer(desk: Desk, { isOrder, path, query, form, who }: Ask): Promise<Reply> {
  const you = playerOf(who) ?? CONTRIBUTOR;
  if (path === '/orders/play' && isOrder) return playReply(form);
  if (isOrder) return orderReply(desk, { order: path.replace('/orders/', ''), form });
  if (path === '/version') return { status: 200, type: 'text/plain', body: versionAt(desk) };
  if (path === '/edit') return editorReply(desk, query, you);
  if (path === '/agenda') return agendaReply(desk);
  return Object.hasOwn(FIXED, path) ? (FIXED[path] ?? NOT_FOUND) : placeReply(desk, path, you);
}

/** Below the repository, with GitHub's own addresses, so that links in comments lead somewhere. */
async function placeReply(desk: Desk, path: string, you: Player): Promise<Reply> {
  const [, kind, rest = ''] = path.startsWith(`/${REPOSITORY}/`)
    ? (/^\/(pull|blob)\/(.+)$/.exec(path.slice(REPOSITORY.length + 1)) ?? [])
    : [];
  if (kind === 'blob') return fileReply(desk, rest);
  const [, digits, tab] = /^([1-9]\d{0,8})(?:\/(checks|files))?$/.exec(rest) ?? [];
  if (kind !== 'pull' || digits === undefined) return NOT_FOUND;
  return tab ? { status: 302, location: `${addressOf(Number(digits))}#${tab}` } : pullReply(desk, Number(digits), you);
}

async function pullReply(desk: Desk, number: number, you: Player): Promise<Reply> {
  const state = { ...(await readState(desk.sandbox, number)), version: versionAt(desk) };
  const offers = state.pull ? await readOffers(desk.sandbox.twin, state.pull, you) : [];
  return { status: state.pull ? 200 : 404, body: renderPage(state, { offers, notice: desk.notice, you }) };
}

/** The meeting pack, read by the App as it is now, with today as the day of the meeting. */
async function agendaReply({ sandbox: { twin } }: Desk): Promise<Reply> {
  const { app, url: baseUrl, world } = twin;
  const { privateKey, webhookSecret } = app;
  const credentials = { appId: String(app.id), privateKey, webhookSecret, baseUrl, throttled: false };
  const clock = clockOf(world.clock);
  const wish = { repository: REPOSITORY, format: 'html', meeting: clock.today() } as const;
  return { status: 200, body: await agendaText(credentials, wish, clock), policy: HTML_POLICY };
}

/** Branches have slashes as paths have, so every split is tried. */
async function fileReply({ sandbox }: Desk, place: string): Promise<Reply> {
  for (let cut = place.indexOf('/'); cut > 0; cut = place.indexOf('/', cut + 1)) {
    const path = place.slice(cut + 1);
    const text = await textAt(sandbox.twin, place.slice(0, cut), path);
    if (text !== null) return { status: 200, body: renderFile(REPOSITORY, { path, text }) };
  }
  return NOT_FOUND;
}

async function editorReply({ sandbox }: Desk, query: URLSearchParams, { login }: Player): Promise<Reply> {
  const editing = await readEditing(sandbox.twin, Number(query.get('pull')), query.get('path'));
  return editing ? { status: 200, body: renderEditor({ ...editing, who: login }) } : NOT_FOUND;
}

function playReply(form: URLSearchParams): Reply {
  const player = playerOf(form.get('who') ?? '') ?? CONTRIBUTOR;
  return { status: 303, location: `${addressOf(Number(form.get('pull')))}#do`, play: player.login };
}

async function orderReply(desk: Desk, { order, form }: { order: string; form: URLSearchParams }): Promise<Reply> {
  const { sandbox } = desk;
  const pull = Number(form.get('pull'));
  desk.orders += 1;
  try {
    const outcome = await carryOut(order, { twin: sandbox.twin, pull, field: (name) => form.get(name) ?? '' });
    desk.notice = { isRefusal: false, text: outcome.text };
    void sandbox.rest();
    return { status: 303, location: addressOf(outcome.pull) };
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof StewardError)) throw error;
    desk.notice = { isRefusal: true, text: error.message };
    return { status: 303, location: addressOf(pull) };
  }
}

function versionAt({ sandbox, orders }: Desk): string {
  return `${versionOf(sandbox)}.${orders}`;
}

function addressOf(pull: number): string {
  return `/${REPOSITORY}/pull/${pull}`;
}
