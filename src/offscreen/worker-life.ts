/**
 * A Worker that the browser ends, for want of memory for example, tells nobody. It holds a lock while it lives, which the
 * browser gives to whoever waits for it when the Worker is no longer there.
 */
interface Life {
  lockOfLife: string;
}

const forEver = new Promise<never>(() => undefined);

/** Called by the Worker. */
export function announceLife(): void {
  const lockOfLife = `brushover-worker-${crypto.randomUUID()}`;
  void navigator.locks.request(lockOfLife, () => {
    self.postMessage({ lockOfLife } satisfies Life);
    return forEver;
  });
}

/** Longer than a Worker's script takes to load on any machine. */
const START_MS = 20_000;

/** Calls `onDeath` when the Worker is gone, also when it was ended by its owner. Keeps the announcement to itself. */
export function watched(worker: Worker, onDeath: () => void): Worker {
  // One that dies before it has announced itself holds no lock.
  const stillborn = setTimeout(() => {
    worker.terminate();
    onDeath();
  }, START_MS);
  worker.addEventListener('message', (event) => {
    if (!isLife(event.data)) return;
    event.stopImmediatePropagation();
    clearTimeout(stillborn);
    void navigator.locks.request(event.data.lockOfLife, onDeath);
  });
  return worker;
}

function isLife(data: unknown): data is Life {
  return typeof data === 'object' && data !== null && 'lockOfLife' in data;
}
