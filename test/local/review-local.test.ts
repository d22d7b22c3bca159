/** Reviews of a clone from beginning to end: what is compared, what is refused, and what unreadable files come to. */
import { loadLocalSide, reviewLocal, sha256 } from '../../src/local/review-local.js';
import { objectText } from '../specification/build.js';
import { Clone } from './build.js';

const PERSON = 'spec/objects/ssd_person.yml';
const LOG = 'spec/ssd_change_log.csv';
const HEADINGS = 'item_ref,release_datetime,change_id\n';

const BASE = objectText('description: Sex', 'type: nvarchar', 'size: 1');

let clone: Clone;

beforeEach(() => {
  clone = new Clone();
  clone.write('.github/spec-steward.yml', 'targets: []\n').write(PERSON, BASE).write(LOG, HEADINGS).commit('base');
});

afterEach(() => clone.end());

const review = async (parts: { base?: string; head?: string; request?: string } = {}) =>
  (await reviewLocal({ folder: clone.root, head: 'worktree', ...parts })).review;

describe('what is compared', () => {
  test('the working tree with the merge base of main, named as people know them', async () => {
    clone.git('checkout', '--quiet', '-b', 'topic');
    clone.write(PERSON, BASE.replace('nvarchar', 'int'));
    const { base, head, changeRequest, changes } = await review();
    expect([base, head, changeRequest]).toEqual([
      `main (${clone.git('rev-parse', '--short=7', 'main')})`,
      'working tree',
      'topic',
    ]);
    expect(changes).toMatchObject([
      { kind: 'item-type-changed', itemRef: 'PERS001A', before: 'nvarchar', after: 'int', line: 7, column: 5 },
    ]);
  });

  test('two revisions, whatever lies in the working tree', async () => {
    clone.write(PERSON, BASE.replace('size: 1', 'size: 2')).commit('head');
    clone.write(PERSON, 'broken: [');
    const { changes, findings } = await review({ base: 'HEAD~1', head: 'HEAD', request: 'pull request 7' });
    expect(changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([['item-size-changed', 1, 2]]);
    expect(findings.filter(({ rule }) => rule === 'unparseable-file')).toEqual([]);
  });

  test('a revision with itself: nothing changes, nothing is introduced', async () => {
    const { verdict, changes, findings, changeRequest } = await review({ base: 'main', head: 'main' });
    expect({ verdict, changes, findings, changeRequest }).toEqual({
      verdict: 'fine',
      changes: [],
      findings: [],
      changeRequest: 'local',
    });
  });

  test('the author of a commit states the type', async () => {
    clone.git('checkout', '--quiet', '-b', 'topic');
    clone.write(PERSON, BASE.replace('size: 1', 'size: 2')).commit('wider\n\nChange-Type: bug');
    expect((await review()).changes).toMatchObject([{ changeType: 'bug', stated: true }]);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['is no YAML', () => clone.write(PERSON, 'nodes: ['), 'unparseable-file'],
    ['is empty', () => clone.write(PERSON, ''), 'wrong-shape'],
    ['is in UTF-16', () => clone.write(PERSON, new Uint8Array([0xff, 0xfe, 0x61, 0])), 'not-utf8'],
    ['is too large', () => clone.write(PERSON, new Uint8Array(9_000_000)), 'file-too-large'],
    ['is a link', () => clone.remove(PERSON).link(PERSON, '../elsewhere'), 'not-a-file'],
  ])('an object file that %s must be mended, and nothing is said to be removed', async (_, damage, rule) => {
    damage();
    const { verdict, changes, findings } = await review();
    expect(verdict).toBe('mend');
    expect(findings.filter(({ severity }) => severity === 'error').map((finding) => finding.rule)).toContain(rule);
    expect(changes).toEqual([]);
  });

  test.each([
    ['a link', () => clone.link('spec/objects', '../elsewhere'), 'symbolic link'],
    ['a file', () => clone.write('spec/objects', 'x'), 'file'],
  ])('%s in place of the folder of the objects must be mended', async (_, replace, found) => {
    clone.remove('spec/objects');
    replace();
    const { verdict, findings } = await review();
    expect(verdict).toBe('mend');
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'not-a-file',
        file: 'spec/objects',
        message: `there is a ${found} where a folder is expected`,
      }),
    );
  });

  test.each([
    ['is a folder', () => clone.remove(LOG).write(`${LOG}/x`, ''), 'not-a-file'],
    ['has no headings', () => clone.write(LOG, ''), 'wrong-shape'],
    ['ends in the middle of a quote', () => clone.write(LOG, `${HEADINGS}PERS001A,"\n`), 'unparseable-file'],
    ['has line ends of another age', () => clone.write(LOG, HEADINGS.replace('\n', '\r')), 'unparseable-file'],
  ])('a change log that %s must be mended', async (_, damage, rule) => {
    damage();
    const { verdict, findings } = await review();
    expect(verdict).toBe('mend');
    expect(findings).toContainEqual(expect.objectContaining({ rule, file: LOG, severity: 'error' }));
  });
});

describe('what is refused', () => {
  test('a clone without a specification, which must not look like one without changes', async () => {
    clone.remove('spec').commit('nothing left');
    await expect(review({ base: 'HEAD' })).rejects.toMatchObject({
      detail: { code: 'no-specification', place: 'spec/objects' },
    });
    await expect(loadLocalSide(clone.root, 'HEAD')).rejects.toMatchObject({ detail: { code: 'no-specification' } });
  });

  test('a configuration with a mistake, before anything is compared', async () => {
    clone.write('.github/spec-steward.yml', 'paths:\n  objects: ../elsewhere\n');
    await expect(review()).rejects.toThrow(
      /^\.github\/spec-steward\.yml:2:3 bad-config: `paths\.objects` is "\.\.\/elsewhere"/,
    );
  });

  test('a configuration that is a link', async () => {
    clone.write('mine.yml', 'targets: []\n').remove('.github/spec-steward.yml');
    clone.link('.github/spec-steward.yml', '../mine.yml');
    await expect(review()).rejects.toMatchObject({ detail: { code: 'not-a-file', place: '.github/spec-steward.yml' } });
  });

  test('a link above everything', async () => {
    clone.write('elsewhere/objects/a.yml', BASE).remove('spec').link('spec', 'elsewhere');
    await expect(review()).rejects.toThrow(
      'spec/vocabulary.yml not-a-file: `spec` is a symbolic link. Expected a file.',
    );
  });

  test.each([['nothing'], ['-x'], ['']])('the revision %j', async (revision) => {
    await expect(review({ head: revision })).rejects.toMatchObject({ detail: { code: 'unknown-revision' } });
  });
});

describe('one side', () => {
  test('is one revision with its setting', async () => {
    clone.write(PERSON, BASE.replace('Sex', 'Gender'));
    const [then, now] = [await loadLocalSide(clone.root, 'main'), await loadLocalSide(clone.root, 'worktree')];
    const descriptions = [then, now].map(({ specification }) => specification.objects[0]?.items[0]?.description);
    expect(descriptions).toEqual(['Sex', 'Gender']);
    expect(now.config.targets).toEqual([]);
  });

  test('hashes are SHA-256', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
