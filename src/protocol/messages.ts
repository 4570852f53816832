import browser, { type Runtime } from 'webextension-polyfill';
import type { AnswerOf, Caller, CallName, Context, Handlers, RequestOf } from './calls';
import { failureOf, UserFacingError, type Failure } from './failure';

/** As `call` sends it; the overlay in a page sends the same. */
export interface CallMessage {
  context: Context;
  name: string;
  request: unknown;
}

export type Answer = { ok: true; value: unknown } | { ok: false; failure: Failure };

/** Calls another context of the extension. Rejects with a UserFacingError that carries the callee's sentence. */
export async function call<C extends Context, N extends CallName<C>>(
  context: C,
  name: N,
  request: RequestOf<C, N>,
): Promise<AnswerOf<C, N>> {
  const message: CallMessage = { context, name, request };
  // Rejects when nobody listens, in the browser's own words, which help no user.
  const answer = (await browser.runtime.sendMessage(message).catch(() => undefined)) as Answer | undefined;
  if (!answer) {
    throw new UserFacingError('no-answer', 'The extension did not answer; close this panel and open it again.');
  }
  if (!answer.ok) throw new UserFacingError(answer.failure.code, answer.failure.message);
  return answer.value as AnswerOf<C, N>;
}

/**
 * Answers this context's calls; content scripts reach only those of `page`, because a page that took over its process
 * speaks as they do. Whether to answer is decided synchronously, so that no other context is kept waiting.
 */
export function answerCalls<C extends Context>(context: C, handlers: Handlers<C>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (!isCallTo(context, message) || (context !== 'page' && !isFromExtension(sender))) return undefined;
    const caller = { tabId: sender.tab?.id ?? null, windowId: sender.tab?.windowId ?? null };
    return answer(handlers[message.name as CallName<C>], message.request, caller);
  });
}

type AnyHandler = (request: unknown, caller: Caller) => unknown;

async function answer(handler: AnyHandler, request: unknown, caller: Caller): Promise<Answer> {
  try {
    return { ok: true, value: (await handler(request, caller)) ?? null };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

function isCallTo(context: Context, message: unknown): message is CallMessage {
  return typeof message === 'object' && message !== null && (message as CallMessage).context === context;
}

/** By its address, which the browser tells and no page can choose; without one nobody is trusted. */
function isFromExtension({ url }: Runtime.MessageSender): boolean {
  return url?.startsWith(browser.runtime.getURL('')) ?? false;
}
