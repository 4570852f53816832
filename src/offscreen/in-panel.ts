/**
 * Firefox has no offscreen documents: this script in the panel's page does their work there. Of several open
 * panels one owns the Workers, held by a lock; when it is closed, another takes over.
 */
import type { Caller, Handlers } from '../protocol/calls';
import { answerCalls } from '../protocol/messages';
import { createHandlers } from './handlers';

type AnyHandler = (request: never, caller: Caller) => unknown;

const LOCK = 'brushover-optimiser';
const untilClosed = new Promise<never>(() => undefined);

let isOwner = tryToOwn();
answerCalls('offscreen', onlyAsOwner(createHandlers()));

async function tryToOwn(): Promise<boolean> {
  const owned = await new Promise<boolean>((resolve) => {
    void navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && untilClosed;
    });
  });
  if (!owned) void takeOverLater();
  return owned;
}

function takeOverLater(): Promise<never> {
  return navigator.locks.request(LOCK, () => {
    isOwner = Promise.resolve(true);
    return untilClosed;
  });
}

/** Every open panel hears a call. The first answer counts, so those that don't own the Workers never give one. */
function onlyAsOwner(handlers: Handlers<'offscreen'>): Handlers<'offscreen'> {
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (request: never, caller: Caller) => ((await isOwner) ? (handler as AnyHandler)(request, caller) : untilClosed),
  ]);
  return Object.fromEntries(guarded) as Handlers<'offscreen'>;
}
