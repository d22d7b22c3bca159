/** Finds the row of the table that answers a request. */
import type { Call, RepoCall, Route } from './route.js';

/** A route with its whole path; `onRepository` says which kind of call it takes. */
export type AnyRoute =
  | { readonly onRepository: true; readonly template: string; readonly route: Route<RepoCall> }
  | { readonly onRepository: false; readonly template: string; readonly route: Route<Call> };

/** A route with the parameters of its path. */
export interface Match {
  readonly found: AnyRoute;
  readonly params: Readonly<Record<string, string>>;
}

/** Parameters that may contain slashes. */
const LONG = new Set(['ref', 'path', 'basehead', 'branch']);

/** Makes the look-up for a table: the template with most fixed text wins. */
export function makeRouter(routes: readonly AnyRoute[]): (method: string, path: string) => Match | null {
  const rows = routes
    .map((found) => ({
      found,
      pattern: compile(found.template),
      weight: found.template.replace(/\{\w+\}/g, '').length,
    }))
    .sort((a, b) => b.weight - a.weight);
  return (method, path) => {
    for (const { found, pattern } of rows) {
      const match = found.route.method === method ? pattern.exec(path) : null;
      if (match) return { found, params: decodeAll(match.groups ?? {}) };
    }
    return null;
  };
}

function compile(template: string): RegExp {
  const pattern = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (/(_id|_number)$/.test(name)) return `(?<${name}>\\d+)`;
    return LONG.has(name) ? `(?<${name}>.+?)` : `(?<${name}>[^/]+)`;
  });
  // The root of a repository is a path too, asked for with a slash at the end or without.
  return new RegExp(`^${pattern.replace('/(?<path>.+?)', '(?:/(?<path>.*))?')}$`);
}

function decodeAll(groups: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value ?? '')]));
}

/** What is no valid encoding is taken as it is. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
