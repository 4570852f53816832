/** Firefox has no offscreen documents: this script in the panel's page does their work there. */
import type { Caller, Handlers } from '../protocol/calls';
import { answerCalls } from '../protocol/messages';
import { createHandlers } from './handlers';
import { Ownership } from './ownership';

type AnyHandler = (request: never, caller: Caller) => unknown;

const never = new Promise<never>(() => undefined);
const ownership = new Ownership(navigator.locks, new BroadcastChannel('brushover-optimiser-owner'));

answerCalls('offscreen', onlyAsOwner(createHandlers()));

/** Every open panel hears a call. The first answer counts, so those that don't own the Workers never give one. */
function onlyAsOwner(handlers: Handlers<'offscreen'>): Handlers<'offscreen'> {
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (request: never, caller: Caller) => ((await ownership.answers()) ? (handler as AnyHandler)(request, caller) : never),
  ]);
  return Object.fromEntries(guarded) as Handlers<'offscreen'>;
}
