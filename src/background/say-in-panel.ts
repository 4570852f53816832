import { failureOf } from '../protocol/failure';
import { putInInbox } from '../storage/inbox';
import { markIcon } from './mark-icon';

/** What went wrong where no page can say it. The mark stands even where nothing can be stored. */
export async function sayInPanel(tabId: number, error: unknown): Promise<void> {
  await markIcon(tabId);
  await putInInbox({ kind: 'failure', message: failureOf(error).message }).catch(() => undefined);
}
