/** `steward sql --la`: the script of one local authority, or what each of them would get. */
import { StewardError } from '../errors.js';
import type { LocalSide } from '../local/review-local.js';
import { presentCms } from '../specification/read-vocabulary.js';
import { type SourceFile, textOf } from '../specification/source-file.js';
import type { LocalAuthority } from '../specification/surroundings.js';
import { chooseTarget, type System } from '../sql/authority/choose-target.js';
import {
  authoritiesText,
  type FillSaid,
  isSameName,
  type Lookups,
  listAuthorities,
  type SettingsFound,
  systemOf,
} from '../sql/authority/list-authorities.js';
import { readSettings } from '../sql/authority/read-settings.js';
import { renderAuthority } from '../sql/authority/render-authority.js';
import { listedTwice, noSettings, twoAnswers } from '../sql/authority/sentences.js';
import type { AuthoritySettings } from '../sql/authority/settings.js';
import { coverageOf, coverageWords } from '../sql/coverage.js';
import { loadParser, type Parse } from '../sql/expressions/parser.js';
import { mappingsOf, needsParser, renderTarget, type TargetScript } from '../sql/render-target.js';
import { TARGETS, type Target, targetNamed } from '../sql/targets.js';
import { FINE, MEND, print } from './output.js';
import { problemLines } from './sql-problems.js';

/** Whose script, and on which target where the list does not say it. */
export interface AuthorityCommand {
  /** A code of the list, or `all`. */
  readonly la: string;
  readonly target?: string;
}

/** Exit 1 where the script lacks what the specification asks for; throws where there can be no script. */
export async function authorityCommand(side: LocalSide, command: AuthorityCommand): Promise<number> {
  const lookups = await lookupsOf(side);
  if (command.la === 'all' && command.target !== undefined) {
    const found = '`--la all` lists every authority, and `--target` chooses the script of one';
    throw new StewardError({ code: 'wrong-options', place: '', found, expected: 'one of the two' });
  }
  if (command.la === 'all') {
    await print(authoritiesText(listAuthorities(side.surroundings.localAuthorities, lookups), fillSaid(side)));
    return FINE;
  }
  const parse = needsParser(side.specification, TARGETS) ? await loadParser() : null;
  const { script, notes } = authorityScript(side, command, { ...lookups, parse });
  await print(script.text);
  const lines = [...notes.map((note) => `steward: ${note}\n`), ...problemLines(script.problems, side)];
  for (const line of lines) process.stderr.write(line);
  return script.problems.length === 0 ? FINE : MEND;
}

function fillSaid({ specification }: LocalSide): FillSaid {
  return (target) => coverageWords(coverageOf(specification, target.cms, mappingsOf(specification, target)));
}

/** Reads the configurations of a revision once; they are understood when they are asked for. */
export async function lookupsOf(side: LocalSide): Promise<Lookups> {
  const files = await settingsFiles(side);
  return {
    settingsOf: (code) => settingsFound(code, files),
    presentCms: (written) => presentCms(written, side.vocabulary),
  };
}

/** A script, and what is said beside it. */
export interface AuthorityAnswer {
  readonly script: TargetScript;
  readonly notes: readonly string[];
}

/** The script of one authority; throws `unknown-local-authority`, `no-script` and whatever its configuration has wrong. */
export function authorityScript(
  side: LocalSide,
  { la, target: wanted }: AuthorityCommand,
  lookups: Lookups & { readonly parse?: Parse | null },
): AuthorityAnswer {
  const { specification, config, surroundings } = side;
  const listed = surroundings.localAuthorities.filter(({ code }) => code === la);
  const settings = settingsOf(la, lookups);
  const authority = listed.find(({ name }) => settings && isSameName(name, settings.name)) ?? listed[0] ?? null;
  const twice = listed.length > 1 ? [listedTwice(config.layout.localAuthorities, listed)] : [];
  if (settings === null && wanted === undefined) refuseDivided(listed, twice);
  const system = settings ? systemOf(settings, lookups) : authority;
  if (system === null) throw unknownAuthority(la, config.layout.localAuthorities);
  const target = wanted ? wantedTarget(wanted, system) : chosenTarget(system);
  const { parse = null } = lookups;
  if (settings === null) {
    return { script: renderTarget(specification, target, { ...config, parse }), notes: [...twice, noSettings(la)] };
  }
  const script = renderAuthority(specification, target, { settings, config, parse });
  return { script, notes: [...twice, ...contradictions(settings, authority, lookups), ...script.notes] };
}

function settingsOf(code: string, { settingsOf: find }: Lookups): AuthoritySettings | null {
  const found = find(code);
  if (found === null) return null;
  if ('settings' in found) return found.settings;
  throw found.error;
}

function chosenTarget(system: System): Target {
  const choice = chooseTarget(system);
  if (choice.target) return choice.target;
  throw noScript(system.code, choice.said, 'a CMS and a database with a script, or one named with --target');
}

/** One code for authorities with different scripts tells nobody's. */
function refuseDivided(listed: readonly LocalAuthority[], [twice = '']: readonly string[]): void {
  const targets = new Set(listed.map((authority) => chooseTarget(authority).target?.name));
  if (targets.size > 1) throw noScript(listed[0]?.code ?? '', twice, 'one row a code, or a target named with --target');
}

/** Where the list does not know the system, the target says it; where it does, another CMS is a mistake. */
function wantedTarget(name: string, { code, cms }: System): Target {
  const target = targetNamed(name);
  if (cms === '' || cms === target.cms) return target;
  throw noScript(code, `the authority has ${cms}, not ${target.cms}`, `a target of ${cms}`);
}

function noScript(code: string, found: string, expected: string): StewardError {
  return new StewardError({ code: 'no-script', place: code, found, expected });
}

function contradictions(settings: AuthoritySettings, authority: LocalAuthority | null, lookups: Lookups): string[] {
  if (authority === null) return [];
  const notes: string[] = [];
  if (!isSameName(settings.name, authority.name)) {
    notes.push(twoAnswers(settings, 'name', [settings.name, authority.name]));
  }
  if (lookups.presentCms(settings.cms) !== authority.cms) {
    notes.push(twoAnswers(settings, 'CMS', [settings.cms, authority.writtenCms]));
  }
  return notes;
}

/** The files whose names begin with a code, such as `845_east_sussex.yml`; others in the folder are nobody's. */
async function settingsFiles({ repository, revision, config }: LocalSide): Promise<readonly SourceFile[]> {
  const files = await repository.readFiles(revision, [config.layout.authoritySettings]);
  return files.filter(({ path }) => /(?:^|\/)\d{3}(?:[_-][^/]*)?\.ya?ml$/i.test(path));
}

function settingsFound(code: string, files: readonly SourceFile[]): SettingsFound | null {
  const own = files.filter(({ path }) => (path.split('/').at(-1) ?? '').startsWith(code) && code.length === 3);
  const [first, second] = own;
  if (first === undefined) return null;
  try {
    if (second) throw several(first.path, second.path);
    const settings = readSettings(first.path, textOf(first));
    if (settings.code !== code) throw otherCode(first.path, settings.code, code);
    return { settings };
  } catch (error) {
    if (!(error instanceof StewardError)) throw error;
    return { error };
  }
}

function several(path: string, other: string): StewardError {
  const found = `${other} is a configuration of the same authority`;
  return new StewardError({ code: 'bad-la-config', place: path, found, expected: 'one file an authority' });
}

function otherCode(path: string, found: string, expected: string): StewardError {
  return new StewardError({
    code: 'bad-la-config',
    place: path,
    found: `the file is named after ${expected} and holds ${found}`,
    expected: `${expected} in both`,
  });
}

function unknownAuthority(code: string, list: string): StewardError {
  const found = `there is no local authority ${JSON.stringify(code)}`;
  return new StewardError({
    code: 'unknown-local-authority',
    place: list,
    found,
    expected: 'a code of the list, or all',
  });
}
