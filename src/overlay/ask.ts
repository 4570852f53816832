import { UserFacingError } from '../protocol/failure';
import type { Answer, CallMessage } from '../protocol/messages';
import type { PageCalls } from '../protocol/overlay-calls';
import { translate } from '../texts/translate';

/** What browsers pass on at once, in characters: Chrome's limit is 64 MiB of JSON. */
const MOST_CHARACTERS = 64 * 2 ** 20;

/** Asks the service worker. Rejects with a sentence for the user. */
export async function ask<N extends keyof PageCalls>(name: N, request: Parameters<PageCalls[N]>[0]): Promise<ReturnType<PageCalls[N]>> {
  const message: CallMessage = { context: 'page', name, request };
  if (JSON.stringify(message).length > MOST_CHARACTERS) {
    throw new UserFacingError('huge-message', 'This picture is too large to be handed over; save it and open the file in the panel.');
  }
  const answer = await send(message);
  if (!answer.ok) throw new UserFacingError(answer.failure.code, answer.failure.message);
  return answer.value as ReturnType<PageCalls[N]>;
}

async function send(message: CallMessage): Promise<Answer> {
  try {
    const answer = (await chrome.runtime.sendMessage(message)) as Answer | undefined;
    if (answer) return answer;
  } catch (error) {
    if (hasOutlivedExtension(error)) {
      const sentence = translate`Brushover was reloaded or updated: reload this page to go on. What you see can still be copied or downloaded.`;
      throw new UserFacingError('extension-gone', sentence);
    }
  }
  throw new UserFacingError('no-answer', 'Brushover did not answer; try it once more.');
}

/** What is left in a page of an extension that was reloaded has no id any more, in some browsers not even an API. */
function hasOutlivedExtension(error: unknown): boolean {
  return !globalThis.chrome?.runtime?.id || /context invalidated/i.test(String(error));
}
