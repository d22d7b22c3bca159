// `npm start`: reviews a small demonstration proposal on a throw-away copy of the bundled standard.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, root } from './ready.js';

install();
build();

const folder = mkdtempSync(join(tmpdir(), 'spec-steward-demo-'));
const copy = join(folder, 'standard');
const results = join(folder, 'results');
mkdirSync(results);

copyStandard();
propose();

const review = steward(['review', '--base', 'main'], { stdio: 'inherit' });
if (review.status === null || review.status > 1) process.exit(2);
const html = join(results, 'review.html');
steward(['review', '--base', 'main', '--format', 'html', '--output', html]);
const recorded = steward(['record', '--base', 'main']);
const records = save('records.diff', git(['diff', '--', 'spec', 'CHANGELOG.md']));
const sql = save('sql.diff', git(['diff', '--', 'sql']));

console.log(`
Recorded as \`steward record\` does it: ${recorded.stdout.split('\n')[0]}

The whole report (open it in a browser):  ${html}
The records that would be written:        ${records}
The SQL difference of every CMS:          ${sql}
The proposal itself, a git clone:         ${copy}

Next, in a clone of your own specification:
  ${join(root, 'bin/steward')} lint                    every fault, with its place and how to mend it
  ${join(root, 'bin/steward')} review --base main      what your working tree changes
  ${join(root, 'bin/steward')} record --base main      identifiers, change log, metadata and SQL
  ${join(root, 'bin/steward')} --help                  everything else`);

/** The bundled standard in a repository of its own; one slip is planted in it, for the proposal to repair. */
function copyStandard() {
  for (const name of ['spec', 'sql', 'CHANGELOG.md']) cpSync(join(root, name), join(copy, name), { recursive: true });
  edit('spec/objects/ssd_contacts.yml', /(item_ref: CONT002A[\s\S]*?guidance: )/, '$1Identifer of the child. ');
  git(['init', '--quiet', '--initial-branch=main']);
  commit('The standard as it is');
}

function propose() {
  git(['switch', '--quiet', '--create', 'demonstration']);
  // An item added, with a foreign key that leads nowhere.
  append('spec/objects/ssd_contacts.yml', [
    '  - name: cont_referral_id',
    '    description: Referral that the contact led to',
    '    item_ref: CONT007A',
    '    type: nvarchar',
    '    size: 48',
    '    foreign_key: ssd_cin_episodes.cine_referal_id',
    '    categories:',
    '    - contact',
    '    constraints:',
    '    - fk',
    '    returns:',
    '    - CIN',
    '    cms:',
    '    - liquid_logic',
    '    guidance: Record the referral when the outcome of the contact is a referral to social care.',
  ]);
  // One renamed, one retyped, the slip repaired.
  edit('spec/objects/ssd_person.yml', /name: pers_legacy_id/, 'name: pers_previous_id');
  edit('spec/objects/ssd_cp_visits.yml', /(item_ref: CPPV003A\n {4}type: )\w+/, '$1nvarchar');
  edit('spec/objects/ssd_contacts.yml', /Identifer/, 'Identifier');
  commit('Link contacts to the referrals that they lead to');
}

function edit(path, pattern, replacement) {
  const file = join(copy, path);
  const before = readFileSync(file, 'utf8');
  const after = before.replace(pattern, replacement);
  if (after === before) throw new Error(`the demonstration finds nothing to edit in ${path}`);
  writeFileSync(file, after);
}

function append(path, lines) {
  const file = join(copy, path);
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n${lines.join('\n')}\n`);
}

function commit(message) {
  git(['add', '--all']);
  git([
    '-c',
    'user.name=Demonstration',
    '-c',
    'user.email=demo@example.org',
    'commit',
    '--quiet',
    '--message',
    message,
  ]);
}

function git(args) {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status === 0) return stdout;
  console.error(`git ${args[0]} failed: ${stderr}`);
  return process.exit(2);
}

function steward(args, options = {}) {
  const command = [join(root, 'bin/steward'), '--directory', copy, ...args];
  return spawnSync(process.execPath, command, { encoding: 'utf8', ...options });
}

function save(name, text) {
  const file = join(results, name);
  writeFileSync(file, text);
  return file;
}
