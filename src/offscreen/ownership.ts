/** The part of the Web Locks API that is needed: `request` runs its callback with the lock, and holds it until its promise settles. */
export interface Locks {
  request(name: string, options: { ifAvailable: true }, callback: (lock: unknown) => unknown): Promise<unknown>;
  request(name: string, callback: (lock: unknown) => unknown): Promise<unknown>;
}

/** What the panels of one browser tell each other: "who owns?", and the owner's "I do". */
export interface OwnerChannel {
  postMessage(message: 'who' | 'me'): void;
  onmessage: ((event: MessageEvent<'who' | 'me'>) => void) | null;
}

const LOCK = 'brushover-optimiser';
const untilClosed = new Promise<never>(() => undefined);

/**
 * Of several open panels one owns the Workers, held by a lock; when it is closed, another takes over. A call that arrives
 * while the owner is closing is answered by the one that takes over: nobody else has answered it, or said it would.
 */
export class Ownership {
  private owns: boolean | null = null;
  private readonly waiting = new Set<(answers: boolean) => void>();
  private readonly settled: Promise<void>;

  constructor(
    private readonly locks: Locks,
    private readonly channel: OwnerChannel,
  ) {
    this.channel.onmessage = ({ data }: MessageEvent<'who' | 'me'>) => this.hear(data);
    this.settled = this.tryToOwn();
  }

  /** Whether this panel answers a call that all panels have just heard. */
  async answers(): Promise<boolean> {
    await this.settled;
    if (this.owns) return true;
    return new Promise((resolve) => {
      this.waiting.add(resolve);
      this.channel.postMessage('who');
    });
  }

  private async tryToOwn(): Promise<void> {
    this.owns = await new Promise<boolean>((resolve) => {
      void this.locks.request(LOCK, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock && untilClosed;
      });
    });
    if (this.owns) return this.channel.postMessage('me');
    void this.locks.request(LOCK, () => {
      this.owns = true;
      this.channel.postMessage('me');
      this.release(true);
      return untilClosed;
    });
  }

  private hear(message: 'who' | 'me'): void {
    if (message === 'me') this.release(false);
    else if (this.owns) this.channel.postMessage('me');
  }

  private release(answers: boolean): void {
    for (const resolve of this.waiting) resolve(answers);
    this.waiting.clear();
  }
}
