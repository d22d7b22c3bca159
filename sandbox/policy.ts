/** The policy of the demonstration: who agrees to a change, in the repository's own configuration. */
import { CAST, type Player } from './cast.js';

/** Who agrees at meetings and is not on GitHub: such a decision is minuted. */
const AWAY = {
  name: 'Ruth Penhale',
  organisation: 'Knowsley',
  speaksFor: ['liquid_logic', 'caredirector'],
  duties: [],
};

type Member = Pick<Player, 'name' | 'organisation' | 'speaksFor' | 'duties'> & { readonly login?: string };

/** The text of `.github/spec-steward.yml`: all members of the cast; what a track needs is left to its default. */
export function policyText(): string {
  const members: readonly Member[] = [...CAST.filter(({ organisation }) => organisation !== ''), AWAY];
  return `# Who agrees to a change of the standard. The organisations are real, the people are invented.
approval:
  people:
${members.map(memberText).join('')}  # Nobody waits a fortnight in a demonstration.
  major:
    comment_days: 0
`;
}

function memberText({ login, name, organisation, speaksFor, duties }: Member): string {
  const lines = [
    ...(login === undefined ? [] : [`login: ${login}`]),
    `name: ${name}`,
    `organisation: ${organisation}`,
    ...(speaksFor.length === 0 ? [] : [`speaks_for: [${speaksFor.join(', ')}]`]),
    ...(duties.length === 0 ? [] : [`roles: [${duties.join(', ')}]`]),
  ];
  return `    - ${lines.join('\n      ')}\n`;
}
