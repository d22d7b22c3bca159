/** The `approval` keys as a policy; what one key alone does not show is checked here. */
import type { Path } from '../specification/model.js';
import type { PlainValue } from '../specification/yaml-value.js';
import type { Config } from './config.js';
import { failure, placeOf } from './config-failure.js';
import type { Policy, PolicyPerson, PolicyTeam, Role, TrackRule } from './policy.js';

/** Values of the file by key, as the table of keys checked them. */
export type Values = ReadonlyMap<string, PlainValue>;

type Block = Readonly<Record<string, PlainValue | undefined>>;

/** Takes the checked values, gives the policy; what is not written has its default. */
export function readPolicy(values: Values, defaults: Policy): Policy {
  const entries = (key: string) => (values.get(key) ?? []) as readonly Block[];
  return {
    people: values.has('approval.people') ? entries('approval.people').map(personOf) : defaults.people,
    teams: values.has('approval.teams') ? entries('approval.teams').map(teamOf) : defaults.teams,
    tracks: { ...defaults.tracks, ...tracksOf(values, defaults) },
    commentDays: (values.get('approval.major.comment_days') as number | undefined) ?? defaults.commentDays,
  };
}

function personOf({ login = '', name = '', organisation, speaks_for = [], roles = [] }: Block): PolicyPerson {
  return {
    login: String(login),
    name: String(name === '' ? login : name),
    organisation: String(organisation),
    speaksFor: speaks_for as readonly string[],
    roles: roles as readonly Role[],
  };
}

function teamOf({ team, organisation, speaks_for = [] }: Block): PolicyTeam {
  return { team: String(team), organisation: String(organisation), speaksFor: speaks_for as readonly string[] };
}

/** A part that is not written is that of the track's default; of a type of one's own, that of `change`. */
function tracksOf(values: Values, { tracks }: Policy): Record<string, TrackRule> {
  const written = (values.get('approval.tracks') ?? {}) as Readonly<Record<string, Block>>;
  return Object.fromEntries(
    Object.entries(written).map(([track, rule]) => {
      const known = Object.hasOwn(tracks, track) ? tracks[track] : tracks.change;
      return [track, { ...known, ...rule } as TrackRule];
    }),
  );
}

/** Refuses a track that is no change type, and a person or a team who is named twice. */
export function refuseStrangePolicy({ approval, changeTypes }: Config, text: string): void {
  const known = ['cosmetic', 'documentation', ...changeTypes];
  for (const track of Object.keys(approval.tracks)) {
    if (known.includes(track)) continue;
    const place = placeOf(['approval', 'tracks', track], text);
    throw failure('unknown-config-key', place, [
      `\`approval.tracks.${track}\` is not a key`,
      `one of ${known.join(', ')}`,
    ]);
  }
  const names = approval.people.map(({ login, name }) => (login === '' ? `name ${name}` : `login ${login}`));
  refuseTwins(names, { path: ['approval', 'people'], text });
  refuseTwins(
    approval.teams.map(({ team }) => `team ${team}`),
    { path: ['approval', 'teams'], text },
  );
}

/** One person has one voice: GitHub's names do not tell letter case apart. */
function refuseTwins(names: readonly string[], { path, text }: { readonly path: Path; readonly text: string }): void {
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    const folded = name.toLowerCase();
    if (seen.has(folded)) {
      throw failure('bad-config', placeOf([...path, index], text), [`the ${name} stands twice`, 'each of them once']);
    }
    seen.add(folded);
  }
}
