import { Ownership, type Locks, type OwnerChannel } from '../../../src/offscreen/ownership';

/** Panels of one browser: a lock that is handed on when its holder closes, and a channel that reaches the others. */
class Browser {
  private holder: Panel | null = null;
  private queue: Panel[] = [];
  private readonly panels = new Set<Panel>();

  open(): Panel {
    const panel = new Panel(this);
    this.panels.add(panel);
    panel.start();
    return panel;
  }

  /** Unheard from now on; the lock goes on only with `handOver`, as when a page closes slowly. */
  close(panel: Panel): void {
    this.panels.delete(panel);
  }

  handOver(): void {
    this.holder = this.queue.shift() ?? null;
    void this.holder?.granted?.({});
  }

  tell(from: Panel, data: unknown): void {
    for (const panel of this.panels) if (panel !== from) queueMicrotask(() => panel.channel.onmessage?.({ data } as never));
  }

  locksOf(panel: Panel): Locks {
    const request = async (_name: string, ...rest: unknown[]): Promise<void> => {
      const callback = rest.at(-1) as (lock: unknown) => unknown;
      if (rest.length === 2) {
        const lock = this.holder ? null : {};
        this.holder ??= panel;
        callback(lock);
      } else {
        panel.granted = callback;
        this.queue.push(panel);
      }
    };
    return { request };
  }
}

class Panel {
  granted: ((lock: unknown) => unknown) | null = null;
  readonly channel: OwnerChannel = { postMessage: (data) => this.browser.tell(this, data), onmessage: null };
  private ownership!: Ownership;

  constructor(private readonly browser: Browser) {}

  start(): void {
    this.ownership = new Ownership(this.browser.locksOf(this), this.channel);
  }

  call(): { answers: boolean | 'undecided' } {
    const seen: { answers: boolean | 'undecided' } = { answers: 'undecided' };
    void this.ownership.answers().then((answers) => (seen.answers = answers));
    return seen;
  }
}

/** Everything that is on its way arrives. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

it('lets the first panel alone answer', async () => {
  const browser = new Browser();
  const panels = [browser.open(), browser.open(), browser.open()];
  const calls = panels.map((panel) => panel.call());
  await settle();
  expect(calls.map(({ answers }) => answers)).toEqual([true, false, false]);
});

it('has a call that nobody heard while the owner closed answered once, by the next owner', async () => {
  const browser = new Browser();
  const [first, second] = [browser.open(), browser.open()];
  await settle();
  browser.close(first);
  const third = browser.open();
  await settle();
  const calls = [second.call(), third.call()];
  await settle();
  expect(calls.map(({ answers }) => answers)).toEqual(['undecided', 'undecided']);
  browser.handOver();
  await settle();
  expect(calls.map(({ answers }) => answers)).toEqual([true, false]);
});

it('never answers again what another owner has answered', async () => {
  const browser = new Browser();
  const [first, second] = [browser.open(), browser.open()];
  const old = second.call();
  await settle();
  browser.close(first);
  browser.handOver();
  await settle();
  expect(old.answers).toBe(false);
  const next = second.call();
  await settle();
  expect(next.answers).toBe(true);
});
