/** A small standard as the texts of its files, made from the few values that a test varies. */
import fc from 'fast-check';
import { type Files, filesOf } from './memory-repository.js';

export interface ItemText {
  readonly ref: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly size: number;
  readonly required: boolean;
  readonly returns: readonly string[];
}

/** Items by the name of their object. */
export type StandardText = Readonly<Record<string, readonly ItemText[]>>;

/** Texts with everything in them that YAML, CSV and Markdown give a meaning of their own. */
const prose = fc.oneof(
  fc.constantFrom('Date of birth', 'no', '1_000', '=1+1', '@team', 'a: b # c', "it's | so", '`x`', '"quoted"', '- - -'),
  fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 40 }),
);

const itemText = fc.record({
  name: fc.stringMatching(/^pers_[a-z]{1,12}$/),
  description: prose,
  type: fc.constantFrom('nvarchar', 'nchar'),
  size: fc.integer({ min: 1, max: 400 }),
  required: fc.boolean(),
  returns: fc.subarray(['SSDA903', 'CIN', 'Local'], { minLength: 1 }),
});

/** Up to three objects of up to five items; refs belong to places, so that two standards share some of them. */
export const standardText: fc.Arbitrary<StandardText> = fc
  .array(fc.uniqueArray(itemText, { selector: ({ name }) => name, maxLength: 5 }), { minLength: 1, maxLength: 3 })
  .map((objects) =>
    Object.fromEntries(
      objects.map((items, object) => [
        `ssd_${'abc'[object]}`,
        items.map((item, place) => ({ ...item, ref: `OB${'ABC'[object]}X00${place + 1}A` })),
      ]),
    ),
  );

/** The files of a standard in the bundled layout, without any records yet. */
export function standardFiles(standard: StandardText, lineEnd = '\n'): Files {
  const texts = Object.entries(standard).map(([object, items]) => [
    `spec/objects/${object}.yml`,
    objectLines(object, items).join(lineEnd) + lineEnd,
  ]);
  return filesOf(Object.fromEntries(texts));
}

function objectLines(object: string, items: readonly ItemText[]): string[] {
  const key = `${object}_id`;
  const own = items.flatMap((item) => itemLines(item));
  return ['---', 'nodes:', `- name: ${object}`, '  fields:', ...keyLines(key, object), ...own];
}

function keyLines(key: string, object: string): string[] {
  const ref = `OB${object.slice(-1).toUpperCase()}X000A`;
  return [`  - name: ${key}`, `    item_ref: ${ref}`, '    type: int', '    primary_key: true'];
}

function itemLines({ ref, name, description, type, size, required, returns }: ItemText): string[] {
  return [
    `  - name: ${name}`,
    `    description: ${JSON.stringify(description)}`,
    `    item_ref: ${ref}`,
    `    type: ${type}`,
    `    size: ${size}`,
    ...(required ? ['    validators:', '    - required:', '        enabled: true'] : []),
    '    returns:',
    ...returns.map((entry) => `    - ${entry}`),
  ];
}
