/** The script of one local authority: the standard's own, with what its settings say applied to the nodes. */
import type { Config } from '../../config/config.js';
import { StewardError } from '../../errors.js';
import type { Specification } from '../../specification/model.js';
import { comment } from '../comment-text.js';
import type { Dialect } from '../dialects/dialect.js';
import type { Parse } from '../expressions/parser.js';
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
  const dialect = withQuiet(target.dialect.at({ ...settings.deployment, tables }), settings);
  const script = renderTarget(
    own,
    { ...target, dialect },
    {
      ...config,
      parse,
      ...(settings.years === null ? {} : { years: settings.years }),
      own: {
        objects: own.objects.filter(({ name }) => !settings.removal.objects.has(fold(name))),
        adapt: (statements) => adaptStatements(statements, settings),
        said: saidBy(settings),
      },
    },
  );
  return { ...script, notes: notesOf(settings, specification) };
}

function saidBy(settings: AuthoritySettings): readonly string[] {
  const own = settings.header.split(/\r?\n/).filter((line) => line.trim() !== '');
  return [...settingsSaid(settings), ...own].map((line) => comment(line).trimEnd());
}

/** Only SQL Server counts rows aloud. */
function withQuiet(dialect: Dialect, { quiet }: AuthoritySettings): Dialect {
  if (!quiet || dialect.database !== 'sqlserver') return dialect;
  return { ...dialect, opening: [...dialect.opening, 'SET NOCOUNT ON;'] };
}

function refuseNames({ deployment, places }: AuthoritySettings, dialect: Dialect): void {
  const named = [
    { place: places.schema, names: [deployment.schema] },
    { place: places.database, names: [deployment.database] },
    { place: places.source, names: deployment.source },
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
