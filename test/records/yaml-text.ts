/** Data object files as people and programs write them, for property tests of the splicing. */
import fc from 'fast-check';
import { METADATA_SETS, type MetadataSet } from '../../src/specification/spellings.js';

/** A file, and where in it each item stands. */
export interface Written {
  readonly text: string;
  readonly names: readonly string[];
}

/** Lines of one item; the first has no indent, the others have theirs. */
type Lines = readonly string[];

const VALUES: readonly Lines[] = [
  ['description: Sex of the child'],
  ['description: "quoted: with # no comment"'],
  ["description: 'it''s quoted # too'"],
  ['description: plain text', '    that goes on', '    over lines'],
  ['description: "double', '  quoted over', '', '  lines"'],
  ['description: |', '  literal text', '', '    # no comment', '  metadata: none of ours'],
  ['description: >-', '  folded', '  text'],
  ['description: |+', '  kept', ''],
  ['description: |2-', '   indented'],
  ['description:'],
  ['description: # said later'],
  ['description: Ünïcödé 中文 😀 # and so on'],
];

const OTHERS: readonly Lines[] = [
  ['type: nvarchar # a type'],
  ['size: 48'],
  ['primary_key: true'],
  ['returns:', '- CIN', '- SSDA903 # since 2023'],
  ['returns:', '  - CIN', '', '  - "AnnexA"'],
  ['cms: [mosaic, liquid_logic]'],
  ['cms:', '  [mosaic,', '   azeus', '  ]'],
  ['validators:', '- required:', '    enabled: true', '- unique: {enabled: false}'],
  ['foreign_key: ~'],
  ['guidance: >', '  folded', '', '  and clipped'],
  ['# a comment on a line of its own'],
  [''],
];

/** A block as some program wrote it in one of the vocabularies, or as a person did. */
const blocks: fc.Arbitrary<Lines> = fc
  .record({
    set: fc.constantFrom(...METADATA_SETS),
    style: fc.constantFrom('block', 'comments', 'flow', 'flow over lines', 'null', 'tilde', 'quoted key'),
    deep: fc.constantFrom('  ', '    '),
  })
  .map(({ set, style, deep }) => blockLines(set, style, deep));

function blockLines({ keys }: MetadataSet, style: string, deep: string): Lines {
  const entries = keys.map(
    (key, index) => `${key}: ${['null', 'SSD-0007', '3', "'it''s # so'", '"a: b"', 'bug'][index]}`,
  );
  if (style === 'null') return ['metadata:'];
  if (style === 'tilde') return ['metadata: ~ # nothing yet'];
  if (style === 'flow') return [`metadata: {${entries.join(', ')}} # one line`];
  if (style === 'flow over lines') return ['metadata: {', ...entries.map((entry) => `${deep}${entry},`), `${deep}}`];
  if (style === 'quoted key') return ['"metadata":', ...entries.map((entry) => deep + entry)];
  if (style === 'block') return ['metadata:', ...entries.map((entry) => deep + entry)];
  return [
    'metadata: # ours',
    `${deep}# before`,
    ...entries.flatMap((entry) => [`${deep}${entry} # at ${entry.slice(0, 7)}`, `${deep}# after`]),
  ];
}

interface ItemChoice {
  readonly value: Lines;
  readonly others: readonly Lines[];
  readonly block: Lines | null;
  readonly at: number;
}

const item: fc.Arbitrary<ItemChoice> = fc.record({
  value: fc.constantFrom(...VALUES),
  others: fc.uniqueArray(fc.constantFrom(...OTHERS), { maxLength: 4, selector: (lines) => lines[0]?.split(':')[0] }),
  block: fc.option(blocks),
  at: fc.nat(5),
});

/** The lines of an item: its name and values, and the block among them; the first line must have a key. */
function itemLines({ value, others, block, at }: ItemChoice, name: string): string[] {
  const parts = [[`name: ${name}`], value, ...others];
  const place = at % (parts.length + 1);
  const whole = block ? parts.toSpliced(place, 0, block) : parts;
  return whole.flat();
}

/** Files with one data object; `flow` items are not written as lines, and cannot be spliced. */
export const files: fc.Arbitrary<Written> = fc
  .record({
    items: fc.array(item, { minLength: 1, maxLength: 4 }),
    indent: fc.constantFrom('', '  ', '    '),
    top: fc.constantFrom('', '---\n', '# a file\n\n', '\uFEFF', '\uFEFF---\n# a file\n'),
    between: fc.constantFrom('', '\n', '# between two items\n', '\n\n  # deeper\n'),
    bottom: fc.constantFrom('', '\n', '# the end\n', '\n    # the deep end\n'),
    crlf: fc.boolean(),
    finalBreak: fc.boolean(),
  })
  .map(({ items, indent, top, between, bottom, crlf, finalBreak }) => {
    const names = items.map((_, index) => `pers_item_${index}`);
    const dash = `  ${indent}- `;
    const written = items.map((choice, index) => {
      const [first = '', ...rest] = itemLines(choice, names[index] ?? '');
      const lines = [dash + first, ...rest.map((line) => (line === '' ? '' : ' '.repeat(dash.length) + line))];
      return `${lines.join('\n')}\n`;
    });
    const lf = `${top}nodes:\n- name: ssd_person\n  fields:\n${written.join(between)}${bottom}`;
    const ended = finalBreak ? lf : lf.replace(/\n+$/, '');
    return { text: crlf ? ended.replaceAll('\n', '\r\n') : ended, names };
  });

/** Values that a block may get. */
export const values: fc.Arbitrary<string | number | null> = fc.oneof(
  fc.constantFrom(
    null,
    1,
    12,
    'SSD-0028',
    '',
    ' ',
    'yes',
    'null',
    '~',
    '0777',
    '1:30',
    '2026-02-30',
    '12/05/2026 09:00',
  ),
  fc.constantFrom(
    'a: b',
    '# no comment',
    '- a',
    '{a}',
    '[a]',
    "it's",
    '"quoted"',
    'a\nb',
    '\ttab',
    'x\u0085y',
    '\u2028',
    '\uFEFF',
  ),
  fc.constantFrom(
    '*/ DROP',
    '@org/everyone',
    '$' + '{{ secrets.X }}',
    '😀',
    'a\\b',
    '=1+1',
    '%a',
    '!a',
    '&a',
    '*a',
    '|',
    '>',
    '...',
    '---',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
