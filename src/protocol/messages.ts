import browser, { type Runtime } from 'webextension-polyfill';
import * as v from 'valibot';
import type { AnswerOf, Caller, CallName, Context, Handlers, RequestOf } from './calls';
import { REQUEST_SCHEMAS } from './request-schemas';
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
    return answer(() => handle(context, handlers, message, callerOf(sender)));
  });
}

/** The polyfill's types lack the document's id, which Chrome tells. */
function callerOf({ tab, frameId, ...sender }: Runtime.MessageSender): Caller {
  const { documentId = null } = sender as { documentId?: string };
  return { tabId: tab?.id ?? null, windowId: tab?.windowId ?? null, frameId: frameId ?? null, documentId };
}

async function answer(handling: () => unknown): Promise<Answer> {
  try {
    return { ok: true, value: (await handling()) ?? null };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

type AnyHandler = (request: unknown, caller: Caller) => unknown;

/** Names are looked up as own properties: "constructor" is no call. What is asked has the call's shape before it is handled. */
function handle<C extends Context>(context: C, handlers: Handlers<C>, { name, request }: CallMessage, caller: Caller): unknown {
  if (!Object.hasOwn(handlers, name)) throw new UserFacingError('unknown-call', NOT_UNDERSTOOD);
  const schemas: Readonly<Record<string, v.GenericSchema>> = REQUEST_SCHEMAS[context];
  const schema = schemas[name];
  const checked = schema && v.safeParse(schema, request);
  if (!checked?.success) throw new UserFacingError('bad-request', NOT_UNDERSTOOD);
  return (handlers[name as CallName<C>] as AnyHandler)(checked.output, caller);
}

const NOT_UNDERSTOOD = 'Brushover was asked for something that it does not know; reload this page, or close the panel and open it again.';

const callSchema = v.object({ context: v.string(), name: v.string(), request: v.unknown() });

function isCallTo(context: Context, message: unknown): message is CallMessage {
  return v.is(callSchema, message) && message.context === context;
}

/** By its address, which the browser tells and no page can choose; without one nobody is trusted. */
function isFromExtension({ url }: Runtime.MessageSender): boolean {
  return url?.startsWith(browser.runtime.getURL('')) ?? false;
}
