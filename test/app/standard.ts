/** A standard as small as a standard can be: two data objects, the second with a person id that refers to the first. */

/** Where things lie. */
export const PERSON_FILE = 'spec/objects/ssd_person.yml';
export const ADDRESS_FILE = 'spec/objects/ssd_address.yml';
export const CHANGE_LOG = 'spec/ssd_change_log.csv';

export const HEADINGS =
  'item_ref,old_item_ref,release_datetime,change_id,change_object_name,change_impact_title,change_status,change_type,change_source,change_impact_notes';

/** One item of a data object. */
export function item(name: string, ref: string, more: readonly string[] = []): string {
  return [
    `  - name: ${name}`,
    `    description: What ${name} holds`,
    `    item_ref: ${ref}`,
    '    type: nvarchar',
    '    size: 48',
    ...more,
    '    categories:',
    '    - identity',
    '    returns:',
    '    - CIN',
    '    guidance: Record it as it is known.',
  ].join('\n');
}

/** A file with one data object. */
export function objectFile(name: string, items: readonly string[]): string {
  return ['---', 'nodes:', `- name: ${name}`, '  fields:', ...items, ''].join('\n');
}

const KEY = [
  '    primary_key: true',
  '    validators:',
  '    - required:',
  '        enabled: true',
  '    - unique:',
  '        enabled: true',
];

export function personWith(...items: readonly string[]): string {
  return objectFile('ssd_person', [item('pers_person_id', 'PERS001A', KEY), item('pers_sex', 'PERS002A'), ...items]);
}

export function addressWith(...items: readonly string[]): string {
  return objectFile('ssd_address', [
    item('addr_table_id', 'ADDR001A', KEY),
    item('addr_person_id', 'ADDR002A', ['    foreign_key: ssd_person.pers_person_id']),
    item('addr_postcode', 'ADDR003A'),
    ...items,
  ]);
}

export const PERSON = personWith();
export const ADDRESS = addressWith();

/** One item of the person has another name. */
export const RENAMED = PERSON.replaceAll('pers_sex', 'pers_gender');

/** A further item at the end of the person, or of the address. */
export const added = (name: string, ref: string) => ({ [PERSON_FILE]: personWith(item(name, ref)) });
export const addedToAddress = (name: string, ref: string) => ({ [ADDRESS_FILE]: addressWith(item(name, ref)) });

export const STANDARD: Readonly<Record<string, string>> = {
  'README.md': 'The standard\n',
  [PERSON_FILE]: PERSON,
  [ADDRESS_FILE]: ADDRESS,
  [CHANGE_LOG]: `${HEADINGS}\n`,
};
