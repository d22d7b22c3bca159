/** A copy of everything that a world knows, for a twin that begins where another one is. */
import { join } from 'node:path';
import { BareRepository } from './git/bare-repository.js';
import type { World } from './world.js';

/** What a world is made of besides its own machinery: clock, key, faults, limits and webhooks. */
const RECORDS = [
  'lastId',
  'app',
  'users',
  'teams',
  'repos',
  'installations',
  'pulls',
  'reviews',
  'reviewComments',
  'comments',
  'suites',
  'checks',
  'statuses',
  'releases',
  'groups',
  'verified',
  'tokens',
] as const satisfies readonly (keyof World)[];

/** The records of a world. */
export type Records = Pick<World, (typeof RECORDS)[number]>;

/** The records as they are, to look at. */
export function recordsOf(world: World): Records {
  return Object.fromEntries(RECORDS.map((name) => [name, world[name]])) as unknown as Records;
}

/** Copies of all records, which refer to each other as the originals do; repositories go into the folder. */
export async function copyRecords(world: World, folder: string): Promise<Records> {
  const known = new Map<object, unknown>();
  for (const { id, git } of world.repos) known.set(git, await BareRepository.copy(join(folder, `${id}.git`), git));
  return copy(recordsOf(world), known) as Records;
}

function copy(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || value instanceof Date) return value;
  if (known.has(value)) return known.get(value);
  const [empty, fill] = emptied(value, (part) => copy(part, known));
  known.set(value, empty);
  fill();
  return empty;
}

/** An empty thing of the same kind, and how it is filled: things refer to each other in circles. */
function emptied(value: object, part: (value: unknown) => unknown): readonly [object, () => void] {
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    return [list, () => void list.push(...value.map(part))];
  }
  if (value instanceof Set) {
    const set = new Set<unknown>();
    return [set, () => [...value].forEach((one) => void set.add(part(one)))];
  }
  if (value instanceof Map) {
    const map = new Map<unknown, unknown>();
    return [map, () => [...value].forEach(([key, one]) => void map.set(part(key), part(one)))];
  }
  const record: Record<string, unknown> = {};
  return [
    record,
    () => void Object.assign(record, Object.fromEntries(Object.entries(value).map(([k, v]) => [k, part(v)]))),
  ];
}
