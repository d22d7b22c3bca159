import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BYPASS, changedFiles, DEMONSTRATION, FURTHER, MENDED_KEY, type Proposal } from '../../sandbox/proposals.js';
import { bundledStandard } from '../../sandbox/standard.js';
import { CONFIG_FILE } from '../../src/config/config-failure.js';
import { packageRoot } from '../../src/local/bundled.js';

const CONTACTS = 'spec/objects/ssd_contacts.yml';

const standard = await bundledStandard();

/** The files after all of the proposals. */
async function filesAfter(...proposals: readonly Proposal[]): Promise<Record<string, string>> {
  let files = standard;
  for (const proposal of proposals) files = { ...files, ...(await changed(files, proposal)) };
  return files;
}

function changed(files: Record<string, string>, proposal: Proposal): Promise<Record<string, string> | null> {
  return changedFiles(proposal, async (path) => files[path] ?? null);
}

/** Lines that one text has and the other has not. */
function linesAdded(before: string, now: string): string[] {
  const known = new Set(before.split('\n'));
  return now.split('\n').filter((line) => !known.has(line));
}

/** The items that a mapping names. */
function itemsOf(mapping = ''): string[] {
  return [...mapping.matchAll(/^ {2}([A-Z]{4}\d{3}[A-Z]):/gm)].map(([, ref = '']) => ref);
}

describe('the bundled standard', () => {
  it('is what the package has, with one slip planted', () => {
    // The policy is the demonstration's own.
    const bundled = Object.keys(standard).filter((path) => path !== CONFIG_FILE);
    const differing = bundled.filter((path) => standard[path] !== readFileSync(join(packageRoot(), path), 'utf8'));
    expect(differing).toEqual([CONTACTS]);
    expect(standard[CONTACTS]?.match(/Identifer/g)).toHaveLength(1);
  });

  it('has the specification, its records and its SQL', () => {
    const paths = Object.keys(standard);
    expect(paths.filter((path) => path.startsWith('spec/objects/')).length).toBeGreaterThan(40);
    expect(paths).toEqual(
      expect.arrayContaining(['CHANGELOG.md', 'spec/ssd_change_log.csv', 'sql/liquid_logic.sqlserver.sql']),
    );
  });
});

describe('the demonstration', () => {
  it('adds an item, renames one, retypes one and repairs the slip', async () => {
    const files = (await changed(standard, DEMONSTRATION)) ?? {};
    expect(Object.keys(files).sort()).toEqual([
      CONTACTS,
      'spec/objects/ssd_cp_visits.yml',
      'spec/objects/ssd_person.yml',
    ]);
    expect(files[CONTACTS]).toContain('foreign_key: ssd_cin_episodes.cine_referal_id');
    expect(files[CONTACTS]).not.toContain('Identifer');
    const path = 'spec/objects/ssd_person.yml';
    expect(linesAdded(standard[path] ?? '', files[path] ?? '')).toEqual(['  - name: pers_previous_id']);
  });

  it('is not made twice', async () => {
    expect(await changed(await filesAfter(DEMONSTRATION), DEMONSTRATION)).toBeNull();
  });

  it('has a key that the mended one exists for', async () => {
    const files = await filesAfter(DEMONSTRATION, MENDED_KEY);
    expect(files[CONTACTS]).toContain('foreign_key: ssd_cin_episodes.cine_referral_id');
    expect(files['spec/objects/ssd_cin_episodes.yml']).toContain('name: cine_referral_id');
  });
});

describe('further changes', () => {
  it.each(FURTHER.map((proposal) => [proposal.label, proposal] as const))(
    '%s: once, and only once',
    async (_, proposal) => {
      const files = await filesAfter(DEMONSTRATION);
      expect(await changed(files, proposal)).not.toBeNull();
      expect(await changed(await filesAfter(DEMONSTRATION, proposal), proposal)).toBeNull();
    },
  );

  it('have names of their own', () => {
    const ids = [DEMONSTRATION, BYPASS, ...FURTHER].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('take one item out as a whole, and nothing else', async () => {
    const removal = FURTHER.find(({ id }) => id === 'remove-item') as Proposal;
    const before = await filesAfter(DEMONSTRATION);
    const files = await filesAfter(DEMONSTRATION, removal);
    const naming = Object.keys(files).filter((path) => path.endsWith('.yml') && files[path]?.includes('CONT006A'));
    expect(naming).toEqual([]);
    expect(files[CONTACTS]?.match(/ {2}- name: /g)).toHaveLength(6);
    const mappings = Object.keys(files).filter((path) => /^spec\/cms\/\w+\/ssd_contacts\.yml$/.test(path));
    expect(mappings).toHaveLength(3);
    for (const path of mappings) {
      expect(itemsOf(before[path]).filter((ref) => !itemsOf(files[path]).includes(ref))).toEqual(['CONT006A']);
      expect(itemsOf(files[path])).toHaveLength(5);
    }
  });

  it('push something else to main every time', async () => {
    const [once, twice] = [await filesAfter(BYPASS), await filesAfter(BYPASS, BYPASS)];
    expect(new Set([standard, once, twice].map((files) => files['spec/objects/ssd_disability.yml'])).size).toBe(3);
  });
});
