/** `steward agenda`: the meeting pack of the steering group. */
import { agendaOf } from '../agenda/agenda.js';
import { renderAgendaMarkdown, renderAgendaText } from '../agenda/render-agenda.js';
import { type Clock, type Credentials, clockOf } from '../app/connect.js';
import { readEnvironment, variablesIn } from '../app/environment.js';
import { readOpenPulls } from '../app/look.js';
import { originOf } from '../local/origin.js';
import { ansiPaint, plainPaint } from '../report/paint.js';
import { FINE, isColourful, print, progress, writeOut } from './output.js';

/** The formats of the pack. */
export type AgendaFormat = 'text' | 'markdown' | 'html';

/** Options of `steward agenda`. */
export interface AgendaCommand {
  /** `owner/name`; without it the origin of the clone. */
  readonly repo?: string;
  readonly format: AgendaFormat;
  /** Day of the meeting, `yyyy-mm-dd`, for the commands that minute it. */
  readonly meeting?: string;
  /** File to write instead of standard output. */
  readonly output?: string;
}

/** Throws `not-configured`, `unknown-repository`, `not-connected`, `not-installed`. */
export async function agendaCommand(folder: string, { repo, ...command }: AgendaCommand): Promise<number> {
  const environment = readEnvironment(variablesIn(folder));
  progress('reading what is open ...');
  const repository = repo ?? (await originOf(folder));
  const text = await agendaText({ ...environment, throttled: true }, { repository, ...command });
  progress('');
  if (command.output) await writeOut(command.output, text);
  else await print(text);
  return FINE;
}

/** What the pack is made of, and in which format. */
export interface AgendaWish extends Pick<AgendaCommand, 'format' | 'meeting'> {
  /** `owner/name`. */
  readonly repository: string;
}

/** Stands in the commands until the day is known. */
const NO_DAY = 'DATE';

/** Reads everything that is open, and gives the pack. */
export async function agendaText(
  credentials: Credentials,
  { repository, format, meeting = NO_DAY }: AgendaWish,
  clock: Clock = clockOf(() => new Date()),
): Promise<string> {
  const { states, unjudged } = await readOpenPulls(credentials, { repository, ...clock });
  const agenda = agendaOf({ repository, made: clock.now(), states, unjudged, meeting });
  if (format === 'html') return (await import('../agenda/render-agenda-html.js')).renderAgendaHtml(agenda);
  if (format === 'markdown') return renderAgendaMarkdown(agenda);
  const width = Math.min(process.stdout.columns ?? 100, 120);
  return renderAgendaText(agenda, { paint: isColourful() ? ansiPaint : plainPaint, width });
}
