/** The App's webhook: signed events over HTTP, each recorded, sent after the change and in no promised order. */
import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { showRepository } from '../show/repository.js';
import { type Json, nodeId, showOrganization, showUser } from '../show/user.js';
import { type Happening, installationOn, nextId, now, type World } from '../world.js';

/** One webhook on its way, or arrived. */
export interface Delivery {
  readonly id: number;
  /** The same for every redelivery of one event. */
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly deliveredAt: string;
  readonly redelivery: boolean;
  readonly payload: Json;
  readonly headers: Readonly<Record<string, string>>;
  /** `OK`, `failed to connect to host`, or what the receiver said; empty while it is under way. */
  status: string;
  /** 0 where nobody answered. */
  statusCode: number;
  duration: number;
  response: { headers: Json; payload: string };
}

/** GitHub hangs up after ten seconds. */
const PATIENCE_MS = 10_000;
const HOOK_ID = 1;
/** Sent to every App, subscribed or not. */
const ALWAYS = new Set(['ping', 'installation', 'installation_repositories', 'check_suite']);

/** All webhooks of the world. */
export class Deliveries {
  readonly #world: () => World;
  readonly #secret: string;
  readonly #all: Delivery[] = [];
  readonly #underWay = new Set<Promise<void>>();
  #target: string | null = null;
  #turn: Promise<void> = Promise.resolve();
  #held: Delivery[] | null = null;
  #problem: unknown = null;

  constructor(world: () => World, secret: string) {
    this.#world = world;
    this.#secret = secret;
  }

  /** Where events go from now on; null is nowhere, and what happens then is never told. */
  aim(target: string | null): void {
    this.#target = target;
  }

  /** Everything that was sent or tried, oldest first. */
  all(): readonly Delivery[] {
    return [...this.#all];
  }

  /** Takes an event in; the payload is made now, the sending comes after. */
  happened(happening: Happening): void {
    const world = this.#world();
    const { event, repo } = happening;
    const installation = repo ? installationOn(world, repo) : null;
    if (this.#target === null || (repo !== null && installation === null)) return;
    if (!world.app.events.includes(event) && !ALWAYS.has(event)) return;
    const general = generalPayload(world, happening);
    const special = happening.payload();
    this.#turn = this.#turn.then(async () => {
      try {
        this.#take({
          happening,
          payload: { ...general, ...(await special) },
          installationId: installation?.id ?? null,
        });
      } catch (error) {
        this.#problem ??= error;
      }
    });
  }

  /** Keeps events back until they are released. */
  hold(): void {
    this.#held ??= [];
  }

  /** Sends what was held back, in the order that is given. */
  release(order: (held: readonly Delivery[]) => readonly Delivery[] = (held) => held): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const delivery of order(held)) this.#start(delivery);
  }

  /** Sends an event once more, under its old GUID. */
  redeliver(delivery: Delivery): void {
    const world = this.#world();
    const again = { ...delivery, id: nextId(world), deliveredAt: now(world), redelivery: true };
    this.#all.push(again);
    this.#follow(this.#post(again));
  }

  /** Resolves when nothing is under way; rejects where an event could not be made. */
  async settled(): Promise<void> {
    let turn: Promise<void> | null = null;
    while (turn !== this.#turn || this.#underWay.size > 0) {
      turn = this.#turn;
      await turn;
      await Promise.all(this.#underWay);
    }
    if (this.#problem) throw this.#problem;
  }

  #take({
    happening,
    payload,
    installationId,
  }: {
    happening: Happening;
    payload: Json;
    installationId: number | null;
  }) {
    const { event, action, repo } = happening;
    const world = this.#world();
    const guid = randomUUID();
    const delivery: Delivery = {
      id: nextId(world),
      guid,
      event,
      action,
      installationId,
      repositoryId: repo?.id ?? null,
      deliveredAt: now(world),
      redelivery: false,
      payload,
      headers: this.#headers(event, { guid, payload }),
      status: '',
      statusCode: 0,
      duration: 0,
      response: { headers: {}, payload: '' },
    };
    this.#all.push(delivery);
    if (this.#held) this.#held.push(delivery);
    else this.#start(delivery);
  }

  #start(delivery: Delivery): void {
    const { guid, event } = delivery;
    const { copies, delay } = this.#world().faults.fate({ guid, event, number: this.#all.indexOf(delivery) });
    if (copies === 0) delivery.status = 'failed to connect to host';
    for (let copy = 0; copy < copies; copy += 1) this.#follow(this.#postLater(delivery, delay));
  }

  #follow(sending: Promise<void>): void {
    this.#underWay.add(sending);
    sending.finally(() => this.#underWay.delete(sending));
  }

  async #postLater(delivery: Delivery, delay: number): Promise<void> {
    if (delay > 0) await wait(delay);
    await this.#post(delivery);
  }

  async #post(delivery: Delivery): Promise<void> {
    const started = performance.now();
    try {
      const body = JSON.stringify(delivery.payload);
      const request = { method: 'POST', headers: delivery.headers, body, signal: AbortSignal.timeout(PATIENCE_MS) };
      const response = await fetch(this.#target ?? '', request);
      const payload = await response.text();
      delivery.status = response.ok ? 'OK' : `Invalid HTTP Response: ${response.status}`;
      delivery.statusCode = response.status;
      delivery.response = { headers: Object.fromEntries(response.headers), payload };
    } catch {
      delivery.status = 'failed to connect to host';
    }
    delivery.duration = Math.round(performance.now() - started) / 1000;
  }

  #headers(event: string, { guid, payload }: { guid: string; payload: Json }): Record<string, string> {
    const text = JSON.stringify(payload);
    const sign = (algorithm: string) =>
      `${algorithm}=${createHmac(algorithm, this.#secret).update(text).digest('hex')}`;
    return {
      accept: '*/*',
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/twin',
      'x-github-delivery': guid,
      'x-github-event': event,
      'x-github-hook-id': String(HOOK_ID),
      'x-github-hook-installation-target-id': String(this.#world().app.id),
      'x-github-hook-installation-target-type': 'integration',
      'x-hub-signature': sign('sha1'),
      'x-hub-signature-256': sign('sha256'),
    };
  }
}

/** What every payload has. */
function generalPayload(world: World, { action, repo, sender }: Happening): Json {
  const installation = repo ? installationOn(world, repo) : null;
  const organization = repo?.owner.type === 'Organization' ? repo.owner : null;
  return {
    ...(action ? { action } : {}),
    ...(repo ? { repository: showRepository(world, repo) } : {}),
    ...(organization ? { organization: showOrganization(world, organization) } : {}),
    ...(installation
      ? { installation: { id: installation.id, node_id: nodeId('Installation', installation.id) } }
      : {}),
    sender: showUser(world, sender),
  };
}
