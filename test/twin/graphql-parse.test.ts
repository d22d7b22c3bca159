/** The reader of GraphQL by itself. */
import fc from 'fast-check';
import { ParseError, parse } from '../../sandbox/twin/graphql/parse.js';

describe('the reader of GraphQL', () => {
  const args = (text: string, variables = {}) => {
    const [field] = parse(`{ f(${text}) }`, variables).selections;
    return field && 'args' in field ? field.args : null;
  };

  it('reads every kind of value', () => {
    expect(args('a: 1, b: -2.5, c: "x\\n\\u00e9", d: [1 2], e: {f: true, g: null}, h: ENUM')).toEqual({
      a: 1,
      b: -2.5,
      c: 'x\né',
      d: [1, 2],
      e: { f: true, g: null },
      h: 'ENUM',
    });
    expect(args('a: """ block "quoted" """')).toEqual({ a: 'block "quoted"' });
  });

  it('fills in variables, their defaults, and null for the rest', () => {
    const operation = parse('query Q($a: Int! = 3, $b: [String!], $c: X) { f(a: $a, b: $b, c: $c) # end\n }', {
      b: ['x'],
    });
    expect(operation).toMatchObject({ kind: 'query', selections: [{ args: { a: 3, b: ['x'], c: null } }] });
  });

  it('gives back any text that JSON can write', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(args(`a: ${JSON.stringify(text)}`)).toEqual({ a: text });
      }),
    );
  });

  it.each(['{ a', '{ a(b: 1 }', 'subscription { a }', '{ ...Missing }', '{ a(b: ¤) }', '}'])('refuses %s', (text) => {
    expect(() => parse(text, {})).toThrow(ParseError);
  });
});
