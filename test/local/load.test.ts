/** What says how a repository is read: found, defaulted, or refused; never taken for empty when it cannot be read. */
import { StewardError } from '../../src/errors.js';
import { loadSetting, loadSide } from '../../src/load.js';
import { bundledFiles } from '../../src/local/bundled.js';
import type { SourceFile } from '../../src/specification/source-file.js';
import { type Files, fileOf, MemoryRepository } from '../fakes/memory-repository.js';
import { objectText } from '../specification/build.js';

const REVISION = { name: 'head', commit: 'head' };
const CONFIG = '.github/spec-steward.yml';
const OBJECT = fileOf('spec/objects/a.yml', objectText());

function repositoryOf(...files: SourceFile[]): MemoryRepository {
  const byPath: Files = new Map(files.map((file) => [file.path, file]));
  return new MemoryRepository({ revisions: new Map([['head', byPath]]) });
}

const setting = (...files: SourceFile[]) => loadSetting(repositoryOf(...files), REVISION, bundledFiles());

async function refusalOf(...files: SourceFile[]): Promise<string> {
  try {
    await setting(...files);
  } catch (error) {
    if (error instanceof StewardError) return error.message;
    throw error;
  }
  return 'read';
}

describe('the layout', () => {
  test.each([
    ['spec/objects/a.yml', 'spec/objects'],
    ['data/objects/a.yml', 'data/objects'],
    ['objects/a.yml', 'spec/objects'],
  ])('of a repository with %s has its objects in %s', async (path, objects) => {
    const { config } = await setting(fileOf(path, ''));
    expect(config.layout.objects).toBe(objects);
  });

  test('with both folders is the bundled one', async () => {
    const { config } = await setting(fileOf('spec/objects/a.yml', ''), fileOf('data/objects/a.yml', ''));
    expect(config.layout.objects).toBe('spec/objects');
  });

  test('is what the configuration says, and what it does not say comes from the layout that is there', async () => {
    const { config } = await setting(fileOf(CONFIG, 'paths: {sql: out}\nname: X\n'), fileOf('data/objects/a.yml', ''));
    expect(config).toMatchObject({ name: 'X', layout: { sql: 'out', objects: 'data/objects' } });
  });
});

describe('vocabulary and surroundings', () => {
  test('are the bundled ones where the repository has none', async () => {
    const { vocabulary, surroundings } = await setting(OBJECT);
    expect(vocabulary.cms.map(({ name }) => name)).toContain('liquid_logic');
    expect(surroundings.localAuthorities).toHaveLength(156);
    expect(surroundings.consumers.map(({ name }) => name)).toEqual(['dfe_api']);
  });

  test('are those of the repository where it has them', async () => {
    const { vocabulary, surroundings } = await setting(
      fileOf('spec/vocabulary.yml', 'cms:\n- name: own\n  aliases: [Mine]\n'),
      fileOf('spec/consumers.yml', 'consumers: []\n'),
      fileOf('spec/local_authorities.csv', 'la_code,cms\n1,mine\n'),
    );
    expect(vocabulary.cms.map(({ name }) => name)).toEqual(['own']);
    expect(surroundings).toEqual({
      consumers: [],
      localAuthorities: [{ code: '1', name: '', cms: 'own', database: '', writtenCms: 'mine', state: '', note: '' }],
    });
  });
});

describe('what cannot be read is refused', () => {
  const link = (path: string) => ({ ...fileOf(path, 'elsewhere'), kind: 'symbolic link' as const });
  const latin = (path: string) => fileOf(path, new Uint8Array([0x61, 0xe9]));
  const aLink = 'there is a symbolic link where a file is expected. Expected a file.';
  const notUtf8 = 'the file is not UTF-8. Expected the file saved as UTF-8.';

  test.each<[string, SourceFile, string]>([
    ['a link', link(CONFIG), `${CONFIG} not-a-file: ${aLink}`],
    ['a link above it', link('.github'), `${CONFIG} not-a-file: \`.github\` is a symbolic link. Expected a file.`],
    [
      'a folder',
      fileOf(`${CONFIG}/x`, ''),
      `${CONFIG} not-a-file: there is a folder where a file is expected. Expected a file.`,
    ],
    ['no text', latin(CONFIG), `${CONFIG} not-utf8: ${notUtf8}`],
    [
      'too large',
      { ...fileOf(CONFIG, ''), size: 9_000_000 },
      `${CONFIG} file-too-large: the file has 9000000 bytes. Expected at most 4000000 bytes.`,
    ],
  ])('a configuration that is %s', async (_, file, sentence) => {
    const inRepository = new MemoryRepository({ revisions: new Map([['head', new Map([[file.path, file]])]]) });
    inRepository.readFiles = async (__, places) => (places.includes(CONFIG) ? [file] : []);
    await expect(loadSetting(inRepository, REVISION, bundledFiles())).rejects.toThrow(sentence);
  });

  test.each<[SourceFile, string]>([
    [link('spec/vocabulary.yml'), `spec/vocabulary.yml not-a-file: ${aLink}`],
    [latin('spec/vocabulary.yml'), `spec/vocabulary.yml not-utf8: ${notUtf8}`],
    [link('spec/consumers.yml'), `spec/consumers.yml not-a-file: ${aLink}`],
    [latin('spec/local_authorities.csv'), `spec/local_authorities.csv not-utf8: ${notUtf8}`],
  ])('$path', async (file, sentence) => {
    expect(await refusalOf(OBJECT, file)).toBe(sentence);
  });

  test('an empty vocabulary is not the bundled one', async () => {
    expect(await refusalOf(fileOf('spec/vocabulary.yml', ''))).toMatch(/^spec\/vocabulary.yml:1:1 bad-vocabulary: /);
  });
});

describe('one side', () => {
  test('has the specification and its files, and nothing from elsewhere', async () => {
    const files = [OBJECT, fileOf('CHANGELOG.md', '# x\n'), fileOf('README.md', 'x'), fileOf('sql/a.sql', 'x')];
    const { config } = await setting(...files);
    const side = await loadSide(repositoryOf(...files), REVISION, { config, memo: new Map() });
    expect(side.revision).toBe(REVISION);
    expect([...side.files.keys()]).toEqual(['spec/objects/a.yml', 'CHANGELOG.md']);
    expect(side.specification.objects.map(({ name }) => name)).toEqual(['ssd_person']);
  });

  test('is read with one request, whatever it holds', async () => {
    const repository = repositoryOf(OBJECT);
    const { config } = await setting(OBJECT);
    await loadSide(repository, REVISION, { config, memo: new Map() });
    expect(repository.reads).toBe(1);
  });
});
