/** How an engine says no: always one error, with its own words on one line. */
import { StewardError } from '../errors.js';

/** Takes the engine and what it said, gives the error `statement-refused`. */
export function refused(engine: string, said: string): StewardError {
  return new StewardError({
    code: 'statement-refused',
    place: '',
    found: `${engine} says: ${said.replace(/\s+/g, ' ').trim()}`,
    expected: 'a statement it takes',
  });
}

/** The error `engine-failed`: it is here, and does not work. */
export function engineFailed(engine: string, said: string): StewardError {
  return new StewardError({
    code: 'engine-failed',
    place: '',
    found: `${engine} did not start: ${said.replace(/\s+/g, ' ').trim()}`,
    expected: 'an engine that answers',
  });
}
