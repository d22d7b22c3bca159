/** The configuration: what each key does, and what is refused with line and column. */
import fc from 'fast-check';
import type { Config } from '../../src/config/config.js';
import { CONFIG_KEYS } from '../../src/config/config-keys.js';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import { readConfig } from '../../src/config/read-config.js';
import { StewardError } from '../../src/errors.js';

const DEFAULTS = defaultConfig(LAYOUTS[0]);

const read = (text: string): Config => readConfig(text, DEFAULTS);

/** The whole sentence that a person gets. */
function refusalOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof StewardError) return error.message;
    throw error;
  }
  return 'read';
}

const at = (place: string, code: string, rest: string) => `.github/spec-steward.yml:${place} ${code}: ${rest}`;

describe('keys', () => {
  const layout = (parts: Partial<Config['layout']>) => ({ layout: { ...DEFAULTS.layout, ...parts } });

  const approval = (parts: Partial<Config['approval']>) => ({ approval: { ...DEFAULTS.approval, ...parts } });

  const WRITTEN: readonly (readonly [key: string, text: string, sets: Partial<Config>])[] = [
    ['name', 'name: Other Standard', { name: 'Other Standard' }],
    ['branch', 'branch: trunk', { branch: 'trunk' }],
    ['paths.objects', 'paths: {objects: a/b}', layout({ objects: 'a/b' })],
    ['paths.code_sets', 'paths: {code_sets: codes}', layout({ codeSets: 'codes' })],
    ['paths.relationships', 'paths: {relationships: r.yml}', layout({ relationships: 'r.yml' })],
    ['paths.change_log', 'paths: {change_log: log.csv}', layout({ changeLog: 'log.csv' })],
    ['paths.changelog', 'paths: {changelog: docs/CHANGES.md}', layout({ changelogMd: 'docs/CHANGES.md' })],
    ['paths.spreadsheet', 'paths: {spreadsheet: s.csv}', layout({ spreadsheet: 's.csv' })],
    ['paths.vocabulary', 'paths: {vocabulary: v.yml}', layout({ vocabulary: 'v.yml' })],
    ['paths.consumers', 'paths: {consumers: c.yml}', layout({ consumers: 'c.yml' })],
    ['paths.local_authorities', 'paths: {local_authorities: la.csv}', layout({ localAuthorities: 'la.csv' })],
    ['paths.cms', 'paths: {cms: maps}', layout({ cms: 'maps' })],
    ['paths.la_configs', 'paths: {la_configs: las}', layout({ authoritySettings: 'las' })],
    ['paths.sql', 'paths: {sql: out}', layout({ sql: 'out' })],
    ['identifiers.prefix', 'identifiers: {prefix: ABC2}', { identifierPrefix: 'ABC2' }],
    ['identifiers.digits', 'identifiers: {digits: 6}', { identifierDigits: 6 }],
    ['metadata', 'metadata: release', { metadata: 'release' }],
    [
      'change_types',
      'change_types: [bug, new feature, change, wording]',
      { changeTypes: ['bug', 'new feature', 'change', 'wording'] },
    ],
    ['targets', 'targets: [mosaic.sqlserver]', { targets: ['mosaic.sqlserver'] }],
    [
      'approval.people',
      'approval: {people: [{login: olga, organisation: Essex, roles: [chair]}, {name: Pat Lee, organisation: Knowsley}]}',
      approval({
        people: [
          { login: 'olga', name: 'olga', organisation: 'Essex', speaksFor: [], roles: ['chair'] },
          { login: '', name: 'Pat Lee', organisation: 'Knowsley', speaksFor: [], roles: [] },
        ],
      }),
    ],
    [
      'approval.teams',
      'approval: {teams: [{team: d2i/steering, organisation: D2I, speaks_for: [mosaic]}]}',
      approval({ teams: [{ team: 'd2i/steering', organisation: 'D2I', speaksFor: ['mosaic'] }] }),
    ],
    [
      'approval.tracks',
      'approval: {tracks: {bug: {organisations: 1}, cosmetic: }}',
      approval({
        tracks: { ...DEFAULTS.approval.tracks, bug: { members: 1, organisations: 1, cms: false } },
      }),
    ],
    ['approval.major.comment_days', 'approval: {major: {comment_days: 7}}', approval({ commentDays: 7 })],
  ];

  test.each(WRITTEN)('%s: `%s` sets that and nothing else', (_, text, sets) => {
    expect(read(text)).toEqual({ ...DEFAULTS, ...sets });
  });

  test('these are all keys of the table', () => {
    expect(WRITTEN.map(([key]) => key)).toEqual(CONFIG_KEYS.map(({ key }) => key));
  });

  test.each(['', '# nothing\n', '---\n', '{}', 'paths:\n', 'paths: {}\nidentifiers:\n', '\uFEFF'])(
    '%j says nothing: the defaults hold',
    (text) => {
      expect(read(text)).toEqual(DEFAULTS);
    },
  );

  test('the spreadsheet may be blank in a layout that has one', () => {
    const upstream = defaultConfig(LAYOUTS[1] ?? LAYOUTS[0]);
    expect(upstream.layout.spreadsheet).not.toBe('');
    for (const blank of ['', '""', '~']) {
      expect(readConfig(`paths: {spreadsheet: ${blank}}`, upstream).layout.spreadsheet).toBe('');
    }
  });

  test('a change type of one\u2019s own has a track, which asks as much as a change where it says nothing else', () => {
    const types = 'change_types: [bug, new feature, change, wording]\n';
    const { tracks } = read(`${types}approval: {tracks: {wording: {members: 1}}}`).approval;
    expect(tracks.wording).toEqual({ members: 1, organisations: 2, cms: true });
  });

  test('no targets is a list too', () => {
    expect(read('targets: []').targets).toEqual([]);
  });
});

describe('unknown keys', () => {
  const top = 'name, branch, paths, identifiers, metadata, change_types, targets, approval';
  const paths =
    'objects, code_sets, relationships, change_log, changelog, spreadsheet, vocabulary, consumers, local_authorities, cms, la_configs, sql';

  test.each([
    ['nmae: x', '1:1', 'nmae', top],
    ['name: x\nBranch: main', '2:1', 'Branch', top],
    ['paths:\n  objects: a\n  objekts: b', '3:3', 'paths.objekts', paths],
    ['identifiers: {suffix: x}', '1:15', 'identifiers.suffix', 'prefix, digits'],
    ['__proto__: x', '1:1', '__proto__', top],
    ['constructor: {prototype: x}', '1:1', 'constructor', top],
    ['paths: {toString: x}', '1:9', 'paths.toString', paths],
    ['# c\npaths.objects: a', '2:1', 'paths.objects', top],
    ['"": x', '1:1', '', top],
    ['paths: {"": x}', '1:9', 'paths.', paths],
    ['approval: {quorum: 3}', '1:12', 'approval.quorum', 'people, teams, tracks, major'],
    ['approval:\n  major: {days: 3}', '2:11', 'approval.major.days', 'comment_days'],
    [
      'approval:\n  people:\n  - login: a\n    organisation: b\n  - login: c\n    organization: d',
      '6:5',
      'approval.people.organization',
      'login, name, organisation, speaks_for, roles',
    ],
    [
      'approval: {people: [{__proto__: a}]}',
      '1:22',
      'approval.people.__proto__',
      'login, name, organisation, speaks_for, roles',
    ],
    ['approval: {teams: [{login: a}]}', '1:21', 'approval.teams.login', 'team, organisation, speaks_for'],
    ['approval: {tracks: {bug: {member: 1}}}', '1:27', 'approval.tracks.bug.member', 'members, organisations, cms'],
    [
      'approval:\n  tracks:\n    bugs: {members: 1}',
      '3:5',
      'approval.tracks.bugs',
      'cosmetic, documentation, bug, new feature, change',
    ],
    [
      'approval: {tracks: {toString: {members: 0}}}',
      '1:21',
      'approval.tracks.toString',
      'cosmetic, documentation, bug, new feature, change',
    ],
  ])('%j is refused at %s', (text, place, key, allowed) => {
    expect(refusalOf(text)).toBe(
      at(place, 'unknown-config-key', `\`${key}\` is not a key. Expected one of ${allowed}.`),
    );
  });
});

describe('wrong values', () => {
  const line = 'Expected a text on one line.';
  const inside = 'Expected a path inside the repository, such as `spec/objects`.';
  const prefix = 'Expected 1 to 16 capital letters and digits.';
  const digits = 'Expected a whole number from 1 to 9.';
  const types = 'Expected a list that begins with bug, new feature, change.';
  const texts = 'Expected a list of different texts.';
  const person = 'login, name, organisation, speaks_for, roles';
  const login = 'Expected the login of a GitHub account, without @.';
  const words = 'Expected one of documented, release, detect.';

  test.each([
    ['name: 2024', '1:1', '`name` is 2024', line],
    ['name: true', '1:1', '`name` is true', line],
    ['name: [a]', '1:1', '`name` is ["a"]', line],
    ['name: {a: b}', '1:1', '`name` is {"a":"b"}', line],
    ['name:', '1:1', '`name` has no value', line],
    ['name: ""', '1:1', '`name` is ""', line],
    ['name: "  "', '1:1', '`name` is "  "', line],
    ['name: "a\\n# b"', '1:1', '`name` is "a\\n# b"', line],
    ['name: "a\\u202eb"', '1:1', '`name` is "a\u202eb"', line],
    ['\n\nbranch: ~', '3:1', '`branch` has no value', line],
    ['metadata: all', '1:1', '`metadata` is "all"', words],
    ['metadata:', '1:1', '`metadata` has no value', words],
    ['metadata: Release', '1:1', '`metadata` is "Release"', words],
    ['identifiers: {prefix: ssd}', '1:15', '`identifiers.prefix` is "ssd"', prefix],
    ['identifiers: {prefix: "SSD-"}', '1:15', '`identifiers.prefix` is "SSD-"', prefix],
    ['identifiers: {prefix: "1A"}', '1:15', '`identifiers.prefix` is "1A"', prefix],
    ['identifiers: {prefix: ABCDEFGHIJKLMNOPQ}', '1:15', '`identifiers.prefix` is "ABCDEFGHIJKLMNOPQ"', prefix],
    ['identifiers:\n  digits: four', '2:3', '`identifiers.digits` is "four"', digits],
    ['identifiers: {digits: 0}', '1:15', '`identifiers.digits` is 0', digits],
    ['identifiers: {digits: 10}', '1:15', '`identifiers.digits` is 10', digits],
    ['identifiers: {digits: -1}', '1:15', '`identifiers.digits` is -1', digits],
    ['identifiers: {digits: 4.5}', '1:15', '`identifiers.digits` is "4.5"', digits],
    ['identifiers: {digits: 999999999999999}', '1:15', '`identifiers.digits` is 999999999999999', digits],
    ['change_types: bug', '1:1', '`change_types` is "bug"', texts],
    ['change_types: [bug, 2]', '1:1', '`change_types` is ["bug",2]', texts],
    [
      'change_types: [bug, new feature, change, bug]',
      '1:1',
      '`change_types` is ["bug","new feature","change","bug"]',
      texts,
    ],
    [
      'change_types: [bug, new feature, change, " "]',
      '1:1',
      '`change_types` is ["bug","new feature","change"," "]',
      texts,
    ],
    ['change_types: []', '1:1', '`change_types` is []', types],
    ['change_types: [bug, change]', '1:1', '`change_types` is ["bug","change"]', types],
    ['change_types: [new feature, bug, change]', '1:1', '`change_types` is ["new feature","bug","change"]', types],
    ['targets:', '1:1', '`targets` has no value', texts],
    ['targets: {a: b}', '1:1', '`targets` is {"a":"b"}', texts],
    ['targets: [a.b, a.b]', '1:1', '`targets` is ["a.b","a.b"]', texts],
    ['paths: {sql: }', '1:9', '`paths.sql` has no value', inside],
    ['paths: {objects: ""}', '1:9', '`paths.objects` is ""', inside],
    ['approval: {people: x}', '1:12', '`approval.people` is "x"', `Expected a list of blocks, each with ${person}.`],
    ['approval: {people: [x]}', '1:21', '`approval.people` is "x"', `Expected a block of keys: ${person}.`],
    ['approval: {people: [~]}', '1:21', '`approval.people` has no value', `Expected a block of keys: ${person}.`],
    ['approval: {people: [{login: 7, organisation: a}]}', '1:22', '`approval.people.login` is 7', login],
    ['approval: {people: [{login: "@a", organisation: a}]}', '1:22', '`approval.people.login` is "@a"', login],
    [
      'approval: {people: [{login: a}]}',
      '1:21',
      'an entry of `approval.people` has no organisation',
      'Expected organisation.',
    ],
    [
      'approval: {people: [{organisation: a}]}',
      '1:21',
      'an entry of `approval.people` has no login or name',
      'Expected login or name.',
    ],
    [
      'approval: {people: [{login: a, organisation: b, roles: [king]}]}',
      '1:49',
      '`approval.people.roles` is ["king"]',
      'Expected a list of chair, secretary.',
    ],
    [
      'approval:\n  people:\n  - {login: olga, organisation: a}\n  - {login: Olga, organisation: b}',
      '4:5',
      'the login Olga stands twice',
      'Expected each of them once.',
    ],
    [
      'approval: {tracks: {bug: 1}}',
      '1:21',
      '`approval.tracks.bug` is 1',
      'Expected a block of keys: members, organisations, cms.',
    ],
    ['approval: {tracks: {bug: {cms: yes}}}', '1:27', '`approval.tracks.bug.cms` is "yes"', 'Expected true or false.'],
    [
      'approval: {major: {comment_days: -1}}',
      '1:20',
      '`approval.major.comment_days` is -1',
      'Expected a whole number from 0 to 365.',
    ],
    [`name: [${'a'.repeat(200)}]`, '1:1', `\`name\` is ["${'a'.repeat(98)}...`, line],
  ])('%j is refused at %s', (text, place, found, expected) => {
    expect(refusalOf(text)).toBe(at(place, 'bad-config', `${found}. ${expected}`));
  });

  test.each([
    '../x',
    'a/../../x',
    'a/..',
    '..',
    '.',
    './a',
    'a/./b',
    '/etc/passwd',
    'a/',
    'a//b',
    '.git',
    '.git/config',
    'a/.git/hooks',
    '.GIT/config',
    'a\\b',
    'C:/x',
    ':(top)x',
    'a\nb',
    'a\0b',
    'a\u202eb',
    'a\u200bb',
  ])('the path %j is refused', (path) => {
    const text = `paths:\n  spreadsheet: ${JSON.stringify(path)}\n`;
    expect(refusalOf(text)).toBe(
      at('2:3', 'bad-config', `\`paths.spreadsheet\` is ${JSON.stringify(path)}. ${inside}`),
    );
  });

  test.each(['a', '.github/x.yml', 'a/.gitignore', '...', 'a/..b', 'a b/ü.csv', '.gitmodules'])(
    'the path %j is fine',
    (path) => {
      expect(read(`paths: {spreadsheet: ${JSON.stringify(path)}}`).layout.spreadsheet).toBe(path);
    },
  );

  test.each([
    [
      'names',
      '1:1',
      'the file is no block of keys',
      'name, branch, paths, identifiers, metadata, change_types, targets, approval',
    ],
    [
      '- name: x',
      '1:1',
      'the file is no block of keys',
      'name, branch, paths, identifiers, metadata, change_types, targets, approval',
    ],
    ['identifiers: SSD', '1:1', '`identifiers` is no block of keys', 'prefix, digits'],
    ['name: x\nidentifiers: [SSD]', '2:1', '`identifiers` is no block of keys', 'prefix, digits'],
  ])('%j is no configuration', (text, place, found, keys) => {
    expect(refusalOf(text)).toBe(at(place, 'bad-config', `${found}. Expected a block of keys: ${keys}.`));
  });

  test.each([
    ['paths: {sql: spec/objects}', 'spec/objects'],
    ['paths: {objects: a, code_sets: a}', 'a'],
    ['paths: {change_log: CHANGELOG.md}', 'CHANGELOG.md'],
  ])('%j gives one path two meanings', (text, path) => {
    expect(refusalOf(text)).toBe(
      at(
        '1:1',
        'bad-config',
        `the path \`${path}\` stands for two things. Expected different paths, those that hold by default among them.`,
      ),
    );
  });
});

describe('a file that is no plain YAML', () => {
  test.each([
    ['1:9', 'the file is not valid YAML: unexpected end of the stream within a flow collection', 'name: [x'],
    ['1:7', 'an anchor (`&name`) is used', 'name: &a x'],
    ['2:1', 'the key "name" stands twice in one item', 'name: a\nname: b'],
    ['1:1', 'a %-directive stands at the top', '%YAML 1.1\n---\nname: x'],
    ['2:1', 'a second document follows after `---`', 'name: x\n---\nname: y'],
    ['1:1', 'a merge key (`<<`)', '<<: {name: x}'],
    ['1:7', 'a tag (`!name`) is used', 'name: !!str x'],
    ['1:64', 'the file is nested too deeply', '['.repeat(1000)],
  ])('is refused at %s: %s', (place, found, text) => {
    expect(refusalOf(text).startsWith(at(place, 'bad-config', `${found}. Expected `))).toBe(true);
  });

  test('whatever the file says, it is read or refused in one sentence', () => {
    const piece = fc.constantFrom(
      'name',
      'paths',
      'targets',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      'x',
      '"',
      '{',
      '}',
      ',',
      '~',
      '1',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        expect(refusalOf(pieces.join(''))).toMatch(/^(?:read$|\.github\/spec-steward\.yml:\d+:\d+ [a-z-]+: )/);
      }),
      { numRuns: 1000 },
    );
  });
});
