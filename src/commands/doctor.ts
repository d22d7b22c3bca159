/** `steward doctor`: is the App installed as it must be? */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Credentials, connect, openProbot } from '../app/connect.js';
import { judgeAbsence, judgeApp, judgeReach, judgeRepository, type Line, lineText } from '../app/doctor.js';
import { readEnvironment, variablesIn } from '../app/environment.js';
import { attempt, examineApp, examineRepository, repositoriesOf } from '../app/examine.js';
import { readManifest } from '../app/manifest.js';
import { packageRoot } from '../local/bundled.js';
import { FINE, MEND, print } from './output.js';

/** Options of `steward doctor`. */
export interface DoctorCommand {
  /** `owner/name`; without it every repository that the App is installed in. */
  readonly repo?: string;
}

/** Exit 1 when something is wrong; what is unknown is for a person to look at. Throws `not-configured`. */
export async function doctorCommand(folder: string, { repo }: DoctorCommand): Promise<number> {
  const lines = await examine({ ...readEnvironment(variablesIn(folder)), throttled: true }, repo);
  await print(lines.map((line) => `${lineText(line)}\n`).join(''));
  return lines.some(({ verdict }) => verdict === 'wrong') ? MEND : FINE;
}

/** Every check of the App, then every check of the repository, or of all of them. */
export async function examine(credentials: Credentials, repo: string | undefined): Promise<Line[]> {
  const manifest = readManifest(await readFile(join(packageRoot(), 'app.yml'), 'utf8'));
  const app = await attempt(async () => examineApp(await openProbot(credentials).auth()));
  const lines = judgeApp(app, manifest);
  if (app.failure) return lines;
  const connected = await connect(credentials);
  const names = repo === undefined ? await attempt(() => repositoriesOf(connected)) : { value: [repo] };
  lines.push(...judgeReach(names));
  for (const name of names.value ?? []) {
    const facts = await attempt(() => examineRepository(connected, name));
    if (facts.failure) lines.push(judgeAbsence(name, facts.failure));
    else lines.push(...judgeRepository(facts.value, { appId: app.value.id, manifest }));
  }
  return lines;
}
