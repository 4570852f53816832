import browser from 'webextension-polyfill';

const EVERY_MS = 1000;

type AnyHandler = (...args: never[]) => unknown;

let owed = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Firefox ends the event page 30 s after its last API call. A message that arrives doesn't count, nor does an answer that
 * is still owed, so a call that is passed on at the wrong moment would be lost: while any is owed, an API call is made now and then.
 */
export function awakeWhileAnswering<H extends Record<keyof H, AnyHandler>>(handlers: H): H {
  const awake = Object.entries<AnyHandler>(handlers).map(([name, handler]) => [
    name,
    (...args: never[]) => awakeDuring(() => handler(...args)),
  ]);
  return Object.fromEntries(awake) as H;
}

/** Runs it right now, within the click that may have asked for it. */
async function awakeDuring(answer: () => unknown): Promise<unknown> {
  owe(1);
  try {
    return await answer();
  } finally {
    owe(-1);
  }
}

function owe(change: number): void {
  owed += change;
  if (owed === 0) clearInterval(timer);
  else if (owed === 1 && change === 1) {
    stayAwake();
    timer = setInterval(stayAwake, EVERY_MS);
  }
}

function stayAwake(): void {
  void browser.runtime.getPlatformInfo();
}
