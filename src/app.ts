/** The door that GitHub knocks at: a Probot app whose handlers only say what to look at. */
import type { Probot } from 'probot';
import { clockOf, connectThrough, surroundingOf } from './app/connect.js';
import { evidenceLevelOf } from './app/environment.js';
import { evidenceGiver } from './app/evidence.js';
import { Steward } from './app/steward.js';
import { sweepAll } from './app/sweep.js';
import { EVENTS, wishesOf } from './app/wishes.js';

interface EventPayload {
  readonly installation?: { readonly id: number };
  readonly repository?: { readonly full_name: string };
}

/** Makes the Probot app of a steward. Every handler returns at once; the work is done in turn. */
export function stewardApp(steward: Steward): (app: Probot) => void {
  return (app) => {
    app.onAny(async ({ name, payload }) => {
      const { installation, repository } = payload as EventPayload;
      if (!EVENTS.includes(name) || !installation || !repository) return;
      steward.wish(installation.id, repository.full_name, wishesOf(name, { ...payload }));
    });
    app.onError(async (error) => app.log.error(error, 'webhook refused'));
  };
}

/** Probot's own start (`probot run dist/app.js`): the same App, looking at everything once when it comes up. */
export default async function probotApp(probot: Probot): Promise<void> {
  const { app, botLogin, authenticate, openForge } = await connectThrough(probot);
  const giveEvidence = evidenceGiver(evidenceLevelOf(process.env.EVIDENCE?.trim() ?? ''));
  const surrounding = surroundingOf(botLogin, { ...clockOf(() => new Date()), giveEvidence });
  const steward = new Steward({ openForge, surrounding, log: probot.log, dryRun: false });
  stewardApp(steward)(probot);
  await sweepAll(app, authenticate, steward);
}
