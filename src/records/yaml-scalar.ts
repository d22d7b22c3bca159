/** A value as a YAML scalar on one line that every YAML parser reads as that value. */
export function yamlScalar(value: string | number | null): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  return isSafePlain(value) ? value : quoted(value);
}

/** Plain where nothing in it has a meaning of its own; dates, numbers and words like `yes` are quoted. */
function isSafePlain(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9 _,.()/|;'+-]*$/.test(text) || text.endsWith(' ')) return false;
  return !/^(?:null|true|false|yes|no|on|off|y|n|nan|inf)$/i.test(text);
}

/** JSON's quoting is YAML's; what neither shows in print is escaped too. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007F-\u009F\u2028\u2029\uFEFF\uD800-\uDFFF\p{Cf}]/gu, escaped);
}

/** YAML 1.2 escapes a sign beyond the first plane with eight digits, not as two surrogates. */
function escaped(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
