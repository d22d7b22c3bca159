/** The script of one local authority: the standard's own, with what its settings say applied to the nodes. */
import type { Config } from '../../config/config.js';
import { StewardError } from '../../errors.js';
import type { Specification } from '../../specification/model.js';
import { comment } from '../comment-text.js';
import type { Dialect } from '../dialects/dialect.js';
import type { Parse } from '../expressions/parser.js';
import type { LoadedScope } from '../loaded-scope.js';
import { fold, shown } from '../names.js';
import { renderTarget, type TargetScript } from '../render-target.js';
import type { Target } from '../targets.js';
import { adaptStatements } from './adapt-statements.js';
import { applyOwnNames } from './apply-own-names.js';
import { namesNothing, settingsSaid } from './sentences.js';
import type { AuthoritySettings } from './settings.js';

/** A script, and what the authority should know of its settings. */
export interface AuthorityScript extends TargetScript {
  readonly notes: readonly string[];
}

/** Whose script, and the standard's name. */
export interface AuthorityOptions {
  readonly settings: AuthoritySettings;
  readonly config: Pick<Config, 'layout' | 'name'>;
  /** Needed where the CMS of the target is mapped. */
  readonly parse?: Parse | null;
}

/**
 * Takes a specification and a target, gives the authority's script. Throws `bad-la-config`, with the place, for what
 * the specification or the database contradicts.
 */
export function renderAuthority(
  specification: Specification,
  target: Target,
  { settings, config, parse = null }: AuthorityOptions,
): AuthorityScript {
  refuseNames(settings, target.dialect);
  const { specification: own, tables } = applyOwnNames(specification, settings.ownNames);
  const dialect = target.dialect.at({ ...settings.deployment, tables });
  const script = renderTarget(
    own,
    { ...target, dialect },
    {
      ...config,
      parse,
      ...(settings.years === null ? {} : { years: settings.years }),
      own: {
        adapt: (statements) => adaptStatements(statements, settings),
        said: (loaded) => saidBy(settings, loaded),
      },
    },
  );
  return { ...script, notes: notesOf(settings, specification) };
}

function saidBy(settings: AuthoritySettings, loaded: LoadedScope | null): readonly string[] {
  const own = settings.header.split(/\r?\n/).filter((line) => line.trim() !== '');
  return [...settingsSaid(settings, loaded), ...own].map((line) => comment(line).trimEnd());
}

function refuseNames({ deployment, places, ownNames }: AuthoritySettings, dialect: Dialect): void {
  const named = [
    { place: places.schema, names: [deployment.schema] },
    { place: places.database, names: [deployment.database] },
    { place: places.source, names: deployment.source },
    ...ownNames.map(({ place, table, field }) => ({ place, names: [table, field] })),
  ];
  for (const { place, names } of named) {
    for (const name of names.filter((one) => one !== '')) {
      const fault = dialect.nameFault(name);
      if (fault === '') continue;
      throw new StewardError({
        code: 'bad-la-config',
        place,
        found: `${shown(name)} is no name: ${fault}`,
        expected: 'another name',
      });
    }
  }
}

function notesOf({ removal }: AuthoritySettings, { objects }: Specification): readonly string[] {
  const known = new Set(objects.map(({ name }) => fold(name)));
  const unknown = removal.named.filter(({ object }) => !known.has(fold(object)));
  return unknown.map(({ place, object }) => namesNothing(place, object));
}
