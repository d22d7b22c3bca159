/** The twin in a process of its own, so that what it costs is not counted as the App's. */
import { createTwin, type Twin } from '../../sandbox/twin/twin.js';
import { answerQuestions } from './protocol.js';

const REPOSITORY = 'bench/standard';
let twin: Twin;

answerQuestions({
  start: async ({ folder, files }: { folder: string; files: Record<string, string> }) => {
    twin = await createTwin({ folder, limits: { requestsPerHour: 1_000_000 } });
    twin.organization({ login: 'bench' });
    await twin.repository({ name: REPOSITORY, files, collaborators: { anna: 'write' } });
    twin.install({ account: 'bench' });
    return { url: twin.url, ...twin.app };
  },
  aim: async ({ url }: { url: string }) => twin.setWebhookTarget(url),
  propose: async ({ branch, files }: { branch: string; files: Record<string, string> }) => {
    const anna = twin.as('anna');
    await anna.push(REPOSITORY, branch, { files, message: branch });
    return anna.openPull({ repo: REPOSITORY, head: branch, title: branch });
  },
  settled: async () => twin.deliveries.settled(),
});
