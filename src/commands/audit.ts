/** `steward audit`: the change log, the record of decisions and the history of the branch, held against each other. */
import { auditOutline } from '../approval/audit-outline.js';
import { auditLocal, type LocalAudit } from '../local/audit-local.js';
import { FINE, MEND, progress } from './output.js';
import { type OutlineFormat, printOutline } from './print-outline.js';

/** Options of `steward audit`. */
export interface AuditCommand {
  readonly head?: string;
  readonly since?: string;
  readonly register?: string;
  readonly format: OutlineFormat;
}

/** Exit 1 when anything is not in order. */
export async function auditCommand(folder: string, { format, ...options }: AuditCommand): Promise<number> {
  const left = (count: number) => progress(`working out what was merged, ${count} more ...`);
  const found = await auditLocal({ folder, ...options, progress: left });
  progress('');
  await printOutline(auditOutline(found), dataOf(found), format);
  return found.isClean ? FINE : MEND;
}

/** A decision by its place in the record: the record itself has everything else. */
function dataOf({ rows, ...found }: LocalAudit): object {
  const brief = rows.map(({ decisions, ...row }) => ({
    ...row,
    decisions: decisions.map(({ number, kind, at, who }) => ({ number, kind, at, who })),
  }));
  return { ...found, rows: brief };
}
