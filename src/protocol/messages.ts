import browser from 'webextension-polyfill';
import type { AnswerOf, CallName, Context, Handlers, RequestOf } from './calls';
import { failureOf, UserFacingError, type Failure } from './failure';

interface CallMessage {
  context: Context;
  name: string;
  request: unknown;
}

type Answer = { ok: true; value: unknown } | { ok: false; failure: Failure };

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

/** Answers this context's calls. Whether to answer is decided synchronously, so that no other context is kept waiting. */
export function answerCalls<C extends Context>(context: C, handlers: Handlers<C>): void {
  browser.runtime.onMessage.addListener(((message: unknown) => {
    if (!isCallTo(context, message)) return undefined;
    return answer(handlers[message.name as CallName<C>] as (request: unknown) => unknown, message.request);
  }) as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
}

async function answer(handler: (request: unknown) => unknown, request: unknown): Promise<Answer> {
  try {
    return { ok: true, value: (await handler(request)) ?? null };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

function isCallTo(context: Context, message: unknown): message is CallMessage {
  return typeof message === 'object' && message !== null && (message as CallMessage).context === context;
}
