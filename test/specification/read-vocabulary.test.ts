/** The vocabulary and who stands around the standard: read as meant, or refused with the place. */
import { StewardError } from '../../src/errors.js';
import { bundledFiles } from '../../src/local/bundled.js';
import { readConsumers, readLocalAuthorities, readVocabulary } from '../../src/specification/read-vocabulary.js';

const VOCABULARY = `types:
- name: nvarchar
  sized: true
  family: text
- name: int
  family: number
returns:
- name: CIN
  title: Children in need census
  statutory: true
  aliases: [CINcensus, 903]
cms:
- name: liquid_logic
  title: Liquid Logic
  aliases: [SystemC, Liquid-Logic]
  databases: [sqlserver]
constraints: [pk]
relations: ['1:1', 1:M]
`;

const words = readVocabulary('v.yml', VOCABULARY);

/** What is thrown, in one sentence. */
function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof StewardError) return error.message;
    throw error;
  }
  return 'read';
}

describe('the vocabulary', () => {
  test('has types, returns, CMS, constraints and relations', () => {
    expect(words).toEqual({
      types: [
        { name: 'nvarchar', sized: true, family: 'text' },
        { name: 'int', sized: false, family: 'number' },
      ],
      returns: [
        {
          name: 'CIN',
          title: 'Children in need census',
          aliases: ['CINcensus', '903'],
          statutory: true,
          local: false,
        },
      ],
      cms: [
        { name: 'liquid_logic', title: 'Liquid Logic', aliases: ['SystemC', 'Liquid-Logic'], databases: ['sqlserver'] },
      ],
      constraints: ['pk'],
      relations: ['1:1', '1:M'],
    });
  });

  test.each([
    ['', 'v.yml:1:1 bad-vocabulary: the file is no block of keys.'],
    ['# none\n', 'v.yml:1:1 bad-vocabulary: the file is no block of keys.'],
    ['- types\n', 'v.yml:1:1 bad-vocabulary: the file is no block of keys.'],
    ['types: [\n', 'v.yml:2:1 bad-vocabulary: the file is not valid YAML: deficient indentation.'],
    ['types: &a []\n', 'v.yml:1:8 bad-vocabulary: an anchor (`&name`) is used. Expected none.'],
    ['types: int\n', 'v.yml:1:1 bad-vocabulary: `types` is no list. Expected a list.'],
    ['cms: []\ntypes:\n- int\n', 'v.yml:3:3 bad-vocabulary: `types.0` is no block of keys. Expected a block of keys.'],
    [
      'types:\n- name: int\n  family: numeric\n',
      'v.yml:3:3 bad-vocabulary: `types.0.family` is "numeric". Expected one of text, number, date, boolean, binary.',
    ],
    ['types:\n- name: int\n', 'v.yml:2:3 bad-vocabulary: `types.0.family` is null. Expected one of text,'],
    ['types:\n- name: {a: b}\n', 'v.yml:2:3 bad-vocabulary: `types.0.name` is no text. Expected a text.'],
    ['cms:\n- aliases: x\n', 'v.yml:2:3 bad-vocabulary: `cms.0.aliases` is no list. Expected a list.'],
    ['returns:\n- title: [x]\n', 'v.yml:2:3 bad-vocabulary: `returns.0.title` is no text. Expected a text.'],
    ['constraints:\n- [pk]\n', 'v.yml:2:3 bad-vocabulary: `constraints.0` is no text. Expected a text.'],
    ['relations: {a: b}\n', 'v.yml:1:1 bad-vocabulary: `relations` is no list. Expected a list.'],
  ])('%j is refused', (text, sentence) => {
    expect(refusalOf(() => readVocabulary('v.yml', text))).toContain(sentence);
  });

  test('of the bundled standard is read, each name once', () => {
    const bundled = readVocabulary('spec/vocabulary.yml', bundledFiles().vocabulary);
    for (const terms of [bundled.types, bundled.returns, bundled.cms]) {
      expect(terms.length).toBeGreaterThan(4);
      expect(new Set(terms.map(({ name }) => name.toLowerCase())).size).toBe(terms.length);
    }
  });
});

describe('consumers', () => {
  test('have their tables with the columns that they read', () => {
    const text =
      'consumers:\n- name: api\n  title: An API\n  tables:\n    ssd_person: [id, 7]\n    empty:\n- name: other\n';
    expect(readConsumers('c.yml', text)).toEqual([
      { name: 'api', title: 'An API', tables: { ssd_person: ['id', '7'], empty: [] } },
      { name: 'other', title: '', tables: {} },
    ]);
  });

  test('may read a table with the name of something in a prototype', () => {
    const [consumer] = readConsumers('c.yml', 'consumers:\n- tables:\n    __proto__: [a]\n    constructor: [b]\n');
    expect(Object.entries(consumer?.tables ?? {})).toEqual([
      ['__proto__', ['a']],
      ['constructor', ['b']],
    ]);
  });

  test.each(['consumers:\n', 'consumers: []\n'])('%j says that there are none', (text) => {
    expect(readConsumers('c.yml', text)).toEqual([]);
  });

  test.each([
    ['', 'c.yml:1:1 bad-consumers: the file is no block of keys. Expected `consumers:` with a list.'],
    ['consumers: all\n', 'c.yml:1:1 bad-consumers: `consumers` is no list. Expected a list.'],
    ['consumers:\n- api\n', 'c.yml:2:3 bad-consumers: `consumers.0` is no block of keys. Expected a block of keys.'],
    [
      'consumers:\n- tables: [a]\n',
      'c.yml:2:3 bad-consumers: `consumers.0.tables` is no block of keys. Expected a block of keys.',
    ],
    [
      'consumers:\n- tables:\n    a: b\n',
      'c.yml:3:5 bad-consumers: `consumers.0.tables.a` is no list. Expected a list.',
    ],
  ])('%j is refused', (text, sentence) => {
    expect(refusalOf(() => readConsumers('c.yml', text))).toBe(sentence);
  });
});

describe('local authorities', () => {
  const read = (text: string) => readLocalAuthorities('la.csv', text, words);

  test('have code, name, database, and the CMS by whatever spelling is known', () => {
    const text = [
      'la_code,la_name,cms,cms_db,state,note',
      '201,City of London,systemc,sqlserver,awaiting,x',
      '202, Camden ,LIQUID LOGIC,,',
      '203,Greenwich,liquid_logic',
      '204,Hackney,constructor,,',
      '205,Hammersmith,,,',
    ].join('\n');
    expect(read(text)).toEqual([
      {
        code: '201',
        name: 'City of London',
        cms: 'liquid_logic',
        database: 'sqlserver',
        writtenCms: 'systemc',
        state: 'awaiting',
        note: 'x',
      },
      {
        code: '202',
        name: 'Camden',
        cms: 'liquid_logic',
        database: '',
        writtenCms: 'LIQUID LOGIC',
        state: '',
        note: '',
      },
      {
        code: '203',
        name: 'Greenwich',
        cms: 'liquid_logic',
        database: '',
        writtenCms: 'liquid_logic',
        state: '',
        note: '',
      },
      { code: '204', name: 'Hackney', cms: '', database: '', writtenCms: 'constructor', state: '', note: '' },
      { code: '205', name: 'Hammersmith', cms: '', database: '', writtenCms: '', state: '', note: '' },
    ]);
  });

  const columns =
    'there is no column `la_code` or no column `cms`. Expected `la_code,la_name,cms,cms_db` in the first line.';

  test.each([
    ['', `la.csv:1:1 bad-local-authorities: ${columns}`],
    ['la_code,la_name\n201,City of London\n', `la.csv:1:1 bad-local-authorities: ${columns}`],
    ['201,City of London,mosaic\n', `la.csv:1:1 bad-local-authorities: ${columns}`],
    [
      'la_code,cms\n\n201,"mosaic\n',
      'la.csv:3:1 bad-local-authorities: the file is not valid CSV: a quote in the row that begins here is not closed. Expected every quote closed.',
    ],
  ])('%j is refused', (text, sentence) => {
    expect(refusalOf(() => read(text))).toBe(sentence);
  });

  test('of the bundled standard all have a code of their own', () => {
    const { vocabulary, localAuthorities } = bundledFiles();
    const bundled = readLocalAuthorities('la.csv', localAuthorities, readVocabulary('v.yml', vocabulary));
    expect(new Set(bundled.map(({ code }) => code)).size).toBe(156);
  });
});
