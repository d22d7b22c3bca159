// Reads Transact-SQL on stdin and prints what the strict grammar does not understand, as JSON: in a process of its own,
// because jest's sandbox makes this parser ten times slower.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const antlr = createRequire(import.meta.url)('antlr4ts-sql');
const errors = [];
const listener = {
  syntaxError: (_, __, line, column, message) => {
    errors.push(`${line}:${column} ${message}`);
  },
};
const reader = new antlr.antlr4tsSQL(antlr.SQLDialect.TSQL);
const parser = reader.getParser(reader.getTokens(readFileSync(0, 'utf8'), [listener]), [listener]);
parser.interpreter.setPredictionMode(antlr.PredictionMode.SLL);
reader.getParseTree(parser);
process.stdout.write(JSON.stringify(errors));
