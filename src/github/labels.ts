/** Labels of ours on a pull request. */
import type { LabelWish, SetLabels } from '../plan.js';
import { failedWith, orNull } from './request-failed.js';
import { allPages, type Connection, PAGE_SIZE } from './requests.js';

/** Our labels on pull requests. */
export interface Labels {
  /** Adds the labels, made first where the repository has none of the name; removes the others of ours. */
  set(action: SetLabels): Promise<void>;
}

/** The labels of one repository. */
export function openLabels({ at, read, write }: Connection): Labels {
  /** Names in the repository, in lower case as GitHub compares them; read once, because labels hardly ever go. */
  let names: Set<string> | null = null;

  async function readNames(): Promise<Set<string>> {
    const page = (number: number) => {
      return read('GET /repos/{owner}/{repo}/labels', { ...at, per_page: PAGE_SIZE, page: number });
    };
    const found = new Set<string>();
    for await (const { name } of allPages(page, ({ data }) => data)) found.add(name.toLowerCase());
    return found;
  }

  /** Added without being made, a label would get GitHub's grey. */
  async function make({ name, color, description }: LabelWish): Promise<void> {
    names ??= await readNames();
    if (names.has(name.toLowerCase())) return;
    try {
      await write('POST /repos/{owner}/{repo}/labels', { ...at, name, color, description });
    } catch (error) {
      if (!failedWith(error, 422)) throw error; // Somebody else made it.
    }
    names.add(name.toLowerCase());
  }

  return {
    async set({ number, add, remove }) {
      const issue = { ...at, issue_number: number };
      for (const label of add) await make(label);
      if (add.length > 0) {
        const labels = add.map(({ name }) => name);
        await write('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { ...issue, labels });
      }
      for (const name of remove) {
        await orNull(write('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', { ...issue, name }));
      }
    },
  };
}
