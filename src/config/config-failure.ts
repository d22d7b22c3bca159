/** How a wrong configuration is refused: with file, line and column, what was found, what was expected. */
import { StewardError } from '../errors.js';
import { locator } from '../specification/locate.js';
import type { Path } from '../specification/model.js';

/** The one place where a configuration is looked for. */
export const CONFIG_FILE = '.github/spec-steward.yml';

/** `.github/spec-steward.yml:3:5` of a path in the text. */
export function placeOf(path: Path, text: string): string {
  const { line, column } = locator(CONFIG_FILE, text)(path);
  return `${CONFIG_FILE}:${line}:${column}`;
}

/** The error of a wrong configuration. */
export function failure(code: string, place: string, [found, expected]: readonly [string, string]): StewardError {
  return new StewardError({ code, place, found, expected });
}

/** A key as people write it: `approval.people.login`, whichever entry of the list it is in. */
export function shownKey(path: Path): string {
  return path.filter((step) => typeof step === 'string').join('.');
}
