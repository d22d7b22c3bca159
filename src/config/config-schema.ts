/** The table of keys as a JSON Schema, so that editors know the keys and refuse what the reader refuses. */
import { CONFIG_KEYS, type ConfigKey, ONE_LINE } from './config-keys.js';

/** A part of a JSON Schema. */
export type SchemaPart = { readonly [keyword: string]: unknown };

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** The schema that is published as `schema/config.schema.json`. */
export function configSchema(): SchemaPart {
  return {
    $schema: DIALECT,
    $id: 'urn:spec-steward:config:1',
    title: 'Configuration of Spec Steward',
    description: 'What `.github/spec-steward.yml` may say; docs/configuration.md tells what each key means.',
    ...groupSchema(''),
  };
}

/** A group may be written with nothing in it. */
function groupSchema(prefix: string): SchemaPart {
  const inside = CONFIG_KEYS.filter(({ key }) => key.startsWith(prefix));
  const names = [...new Set(inside.map(({ key }) => key.slice(prefix.length).split('.')[0] ?? ''))];
  const properties = names.map((name) => {
    const row = inside.find(({ key }) => key === prefix + name);
    return [name, row ? keySchema(row) : groupSchema(`${prefix}${name}.`)] as const;
  });
  return { type: ['object', 'null'], additionalProperties: false, properties: Object.fromEntries(properties) };
}

function keySchema(row: ConfigKey): SchemaPart {
  return { description: row.doc, ...(row.fields ? blocksSchema(row) : valueSchema(row)) };
}

/** A list of blocks, or blocks by name; only the reader knows which names there are. */
function blocksSchema({ type, fields = [], anyOf = [] }: ConfigKey): SchemaPart {
  const needed = fields.filter(({ isNeeded }) => isNeeded).map(({ key }) => key);
  const block = {
    additionalProperties: false,
    properties: Object.fromEntries(fields.map((field) => [field.key, keySchema(field)])),
    ...(needed.length > 0 && { required: needed }),
    ...(anyOf.length > 0 && { anyOf: anyOf.map((key) => ({ properties: { [key]: true }, required: [key] })) }),
  };
  if (type === 'entries') return { type: 'array', items: { type: 'object', ...block } };
  return { type: ['object', 'null'], additionalProperties: { type: ['object', 'null'], ...block } };
}

function valueSchema({ type, oneOf, form = ONE_LINE, mayBeBlank, range, begins = [] }: ConfigKey): SchemaPart {
  if (type === 'number') return { type: 'integer', ...(range && { minimum: range[0], maximum: range[1] }) };
  if (type === 'switch') return { type: 'boolean' };
  if (type === 'texts') {
    const items = oneOf ? { enum: oneOf } : { type: 'string', pattern: ONE_LINE.pattern };
    if (begins.length === 0) return { type: 'array', uniqueItems: true, items };
    const prefixItems = begins.map((entry) => ({ const: entry }));
    return { type: 'array', uniqueItems: true, minItems: begins.length, prefixItems, items };
  }
  if (oneOf) return { enum: oneOf };
  if (!mayBeBlank) return { type: 'string', pattern: form.pattern };
  return { anyOf: [{ type: 'null' }, { const: '' }, { type: 'string', pattern: form.pattern }] };
}
