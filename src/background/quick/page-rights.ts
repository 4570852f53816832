/** Who may call what: each right is wrapped around the calls that need it. */
import type { Caller } from '../../protocol/calls';
import { openPanel } from '../panel-opener';
import { FairShare } from './fair-share';
import { assertBelongs, assertOrdered, noteBelonging, type Belonging } from './ordered-pages';

type Answering<Request, Result> = (request: Request, caller: Caller) => Promise<Result>;

const share = new FairShare();

/** Only as much as a user asks for. */
export function inShare<Request, Result>(handler: Answering<Request, Result>): Answering<Request, Result> {
  return (request, caller) => share.within(caller.tabId, () => handler(request, caller));
}

/** Only where the user asked for it. */
export function ordered<Request, Result>(handler: Answering<Request, Result>): Answering<Request, Result> {
  return async (request, caller) => {
    await assertOrdered(caller);
    return handler(request, caller);
  };
}

/** Only for a picture that was taken from this page. */
export function ofPicture<Request, Result>(
  pictureOf: (request: Request) => string,
  handler: Answering<Request, Result>,
): Answering<Request, Result> {
  return async (request, caller) => {
    await assertBelongs(caller, 'pictures', pictureOf(request));
    return handler(request, caller);
  };
}

/** Only for a run that this page began. */
export function ofRun<Request extends { id: string }, Result>(handler: Answering<Request, Result>): Answering<Request, Result> {
  return async (request, caller) => {
    await assertBelongs(caller, 'runs', request.id);
    return handler(request, caller);
  };
}

/** Where it goes on from a run, only from one that this page began. */
export function ofEarlierRun<Request extends { from: string | null }, Result>(
  handler: Answering<Request, Result>,
): Answering<Request, Result> {
  return async (request, caller) => {
    if (request.from !== null) await assertBelongs(caller, 'runs', request.from);
    return handler(request, caller);
  };
}

/** What it makes belongs to the page from then on. */
export function noting<Request, Result>(
  kind: Belonging,
  handler: Answering<Request, Result>,
  idOf: (result: Result) => string,
): Answering<Request, Result> {
  return async (request, caller) => {
    const result = await handler(request, caller);
    await noteBelonging(caller, kind, idOf(result));
    return result;
  };
}

/** Opens the panel in the same turn in which the message arrives, where the click counts; it shows nothing of a page's by itself. */
export function opening<Request, Result>(handler: Answering<Request, Result>): Answering<Request, Result> {
  return (request, caller) => {
    const { tabId, windowId } = caller;
    if (tabId !== null && windowId !== null) openPanel({ id: tabId, windowId });
    return handler(request, caller);
  };
}
