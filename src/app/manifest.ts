/** What the App shall have: app.yml, as GitHub takes it as a manifest. */
import { readTree } from '../specification/yaml-tree.js';
import { plainValue } from '../specification/yaml-value.js';
import type { Manifest } from './facts.js';

/** Reads the text of app.yml; throws where it names no permissions or no events. */
export function readManifest(text: string): Manifest {
  const manifest = plainValue(readTree(text).root) as {
    readonly default_permissions?: Readonly<Record<string, string>>;
    readonly default_events?: readonly string[];
  } | null;
  const { default_permissions: permissions, default_events: events } = manifest ?? {};
  if (!permissions || !events) throw new Error('app.yml has no default_permissions or no default_events');
  return { permissions, events };
}
