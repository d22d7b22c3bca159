/** Reads what a review needs through the Repository port: both revisions, and the files that say how to read them. */
import type { Config } from './config/config.js';
import { CONFIG_FILE } from './config/config-failure.js';
import { defaultConfig, LAYOUTS } from './config/layouts.js';
import { readConfig } from './config/read-config.js';
import { StewardError } from './errors.js';
import type { Breathe, Repository, Revision } from './ports.js';
import type { Specification } from './specification/model.js';
import { type Memo, readAhead, readSpecification } from './specification/read-specification.js';
import { readConsumers, readLocalAuthorities, readVocabulary } from './specification/read-vocabulary.js';
import { type SourceFile, textOf } from './specification/source-file.js';
import type { Surroundings } from './specification/surroundings.js';
import type { Vocabulary } from './specification/vocabulary.js';

/** Texts of the bundled standard, used where a repository has no such file. */
export interface BundledFiles {
  readonly vocabulary: string;
  readonly consumers: string;
  readonly localAuthorities: string;
}

/** One revision, read. */
export interface Side {
  readonly revision: Revision;
  readonly specification: Specification;
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** How the files of a repository are to be read, and who stands around it. */
export interface Setting {
  readonly config: Config;
  readonly vocabulary: Vocabulary;
  readonly surroundings: Surroundings;
}

/** Configuration and vocabulary are taken from the governing revision: the base, or on one's own desk the working tree. */
export async function loadSetting(repository: Repository, revision: Revision, bundled: BundledFiles): Promise<Setting> {
  const config = await loadConfig(repository, revision);
  const { vocabulary, consumers, localAuthorities } = config.layout;
  const places = [vocabulary, consumers, localAuthorities].filter((path) => path !== '');
  const files = await repository.readFiles(revision, places);
  const text = (path: string, otherwise: string) => textAt(path, files) ?? otherwise;
  const words = readVocabulary(vocabulary, text(vocabulary, bundled.vocabulary));
  return {
    config,
    vocabulary: words,
    surroundings: {
      consumers: readConsumers(consumers, text(consumers, bundled.consumers)),
      localAuthorities: readLocalAuthorities(localAuthorities, text(localAuthorities, bundled.localAuthorities), words),
    },
  };
}

/** The text at a path, or null where nothing is; throws for a link, a folder and whatever else cannot be read there. */
function textAt(path: string, files: readonly SourceFile[]): string | null {
  const file = files.find((candidate) => candidate.path === path);
  if (file) return textOf(file);
  const isFolder = files.some((other) => other.path.startsWith(`${path}/`));
  const above = files.find((other) => other.kind !== 'file' && path.startsWith(`${other.path}/`));
  if (!isFolder && !above) return null;
  const found = isFolder ? 'there is a folder where a file is expected' : `\`${above?.path}\` is a ${above?.kind}`;
  throw new StewardError({ code: 'not-a-file', place: path, found, expected: 'a file' });
}

async function loadConfig(repository: Repository, revision: Revision): Promise<Config> {
  const text = textAt(CONFIG_FILE, await repository.readFiles(revision, [CONFIG_FILE]));
  let layout = LAYOUTS[0];
  for (const candidate of [...LAYOUTS].reverse()) {
    if (await repository.hasFolder(revision, candidate.objects)) layout = candidate;
  }
  return text === null ? defaultConfig(layout) : readConfig(text, defaultConfig(layout));
}

/** Reads one revision of the specification; files that both revisions share are read once through the memo. */
export async function loadSide(
  repository: Repository,
  revision: Revision,
  { config, memo, breathe }: { config: Config; memo: Memo; breathe?: Breathe | undefined },
): Promise<Side> {
  const { objects, codeSets, relationships, changeLog, changelogMd, spreadsheet, cms } = config.layout;
  const all = [objects, codeSets, relationships, changeLog, changelogMd, spreadsheet, cms];
  const places = all.filter((path) => path !== '');
  const files = await repository.readFiles(revision, places);
  if (breathe) for (const one of files) if (readAhead(one, config.layout, memo)) await breathe();
  return {
    revision,
    specification: readSpecification(files, config.layout, memo),
    files: new Map(files.map((file) => [file.path, file])),
  };
}
