import { UserFacingError } from '../protocol/failure';
import type { Answer, CallMessage } from '../protocol/messages';
import type { PageCalls } from '../protocol/overlay-calls';

/** Asks the service worker. Rejects with a sentence for the user. */
export async function ask<N extends keyof PageCalls>(name: N, request: Parameters<PageCalls[N]>[0]): Promise<ReturnType<PageCalls[N]>> {
  const message: CallMessage = { context: 'page', name, request };
  const answer = await send(message);
  if (!answer) {
    throw new UserFacingError(
      'extension-gone',
      'Brushover was reloaded or updated: reload this page to go on. What you see can still be copied or downloaded.',
    );
  }
  if (!answer.ok) throw new UserFacingError(answer.failure.code, answer.failure.message);
  return answer.value as ReturnType<PageCalls[N]>;
}

/** Throws at once in a page that outlived its extension, and rejects where nobody listens. */
async function send(message: CallMessage): Promise<Answer | undefined> {
  try {
    return (await chrome.runtime.sendMessage(message)) as Answer | undefined;
  } catch {
    return undefined;
  }
}
