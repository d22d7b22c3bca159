/** What a grammar does not understand, and the session of an engine that only reads. */
import type { Session } from '../engine.js';
import { refused } from '../refused.js';

/** A place in a statement, 1-based line and 0-based column as grammars count, and what was expected there. */
export interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const LONGEST_MESSAGE = 120;

/** Reads a text, gives what it does not understand; nothing where it is all of the language. */
export type Parse = (sql: string) => Promise<readonly SyntaxFault[]>;

/** Takes the name of a parser and how it reads, gives its session. */
export function parserSession(name: string, parse: Parse): Session {
  return {
    run: async (statement) => {
      const [first] = await parse(statement);
      if (first) throw refused(name, `line ${first.line}, column ${first.column}: ${first.message}`);
    },
    close: async () => undefined,
  };
}

/** A listener in the form that both generations of ANTLR take; what it hears is gathered. */
export function gatherErrors(): { readonly listener: AntlrListener; readonly errors: SyntaxFault[] } {
  const errors: SyntaxFault[] = [];
  const nothing = () => undefined;
  const listener: AntlrListener = {
    syntaxError: (_recognizer, _symbol, line, column, message) => {
      errors.push({ line, column, message: shortened(message) });
    },
    reportAmbiguity: nothing,
    reportAttemptingFullContext: nothing,
    reportContextSensitivity: nothing,
  };
  return { listener, errors };
}

/** Grammars name every word that could have stood there, a thousand of them. */
function shortened(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}...` : message;
}

interface AntlrListener {
  syntaxError(recognizer: unknown, symbol: unknown, line: number, column: number, message: string): void;
  reportAmbiguity(): void;
  reportAttemptingFullContext(): void;
  reportContextSensitivity(): void;
}
