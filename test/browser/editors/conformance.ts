/** The conformance suite: every editor × every check. Jest runs it, and `npm run test:editors` prints it as a table. */
import { checks, type CheckName } from './checks';
import type { EditorEntry } from './entry';
import { checkFault, FAULT_NAMES, type FaultName } from './faults';
import type { Session } from './session';

export const CHECK_NAMES = Object.keys(checks) as CheckName[];

/** One cell of the table. */
export interface Cell {
  name: CheckName | `fault: ${FaultName}`;
  /** Why the check can't be made; null if it is. */
  reason: string | null;
  /** Throws if the editor fails. */
  run(session: Session): Promise<void>;
}

export function cellsOf({ notApplicable, faults }: EditorEntry): Cell[] {
  return [
    ...CHECK_NAMES.map((name) => ({ name, reason: notApplicable[name] ?? null, run: checks[name] })),
    ...FAULT_NAMES.map((name) => {
      const outcome = faults[name];
      const reason = typeof outcome === 'object' ? outcome.notApplicable : null;
      return { name: `fault: ${name}` as const, reason, run: (session: Session) => checkFault(session, name) };
    }),
  ];
}

/** Runs one cell from a fresh document. */
export async function runCell(cell: Cell, session: Session): Promise<void> {
  await session.reopen();
  try {
    await cell.run(session);
  } finally {
    if (LEAVES_NO_DOCUMENT.includes(cell.name)) await session.reopen({ freshPage: true });
  }
}

const LEAVES_NO_DOCUMENT: readonly Cell['name'][] = ['fault: closed', 'fault: tainted'];
