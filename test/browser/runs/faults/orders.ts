/** Orders at bad times, many at once, and clocks that jump. */
import { documentOf, workerOf, type Fault, type Stage } from '../fault';

const YEAR_MS = 365 * 24 * 3_600_000;

export const ORDERS: readonly Fault[] = [
  {
    name: 'paused and resumed',
    outcome: 'same',
    async inject({ driver }, id) {
      await driver.call('pauseJob', { id });
      await driver.until(id, ({ endedAt }) => endedAt !== null, 'is put aside');
    },
  },
  {
    name: 'stopped and continued',
    outcome: 'same',
    async inject({ driver }, id) {
      await driver.call('stopJob', { id });
      await driver.until(id, ({ endedAt }) => endedAt !== null, 'is stopped');
    },
  },
  {
    name: 'clock jumped ahead',
    outcome: 'same',
    inject: (stage) => moveClock(stage, YEAR_MS),
    repair: (stage) => stage.closeDocument(),
  },
  {
    name: 'clock jumped back',
    outcome: 'same',
    inject: (stage) => moveClock(stage, -YEAR_MS),
    repair: (stage) => stage.closeDocument(),
  },
  {
    name: 'storm of questions and orders',
    outcome: 'same',
    async inject({ driver }, id, random) {
      const calls = Array.from({ length: 150 }, () => {
        const kind = Math.floor(random() * 6);
        if (kind === 0) return ['resumeJob', { id }];
        if (kind === 1) return ['pauseJob', { id: 'nobody' }];
        if (kind === 2) return ['startJob', { content: 7 }];
        if (kind === 3) return ['moveJobUp', { id }];
        return kind === 4 ? ['currentJob', null] : ['jobs', null];
      });
      await driver.page.evaluate(
        (all) =>
          Promise.all(
            all.map(([name, request]) => chrome.runtime.sendMessage({ context: 'background', name, request }) as Promise<unknown>),
          ),
        calls,
      );
    },
  },
  {
    name: 'paused and resumed in a hurry',
    outcome: 'same',
    async inject({ driver }, id) {
      for (let i = 0; i < 5; i++)
        await Promise.all([driver.call('pauseJob', { id }), driver.call('resumeJob', { id }), driver.call('stopJob', { id })]);
    },
  },
];

async function moveClock(stage: Stage, byMs: number): Promise<void> {
  const move = (by: number): void => {
    const now = Date.now;
    Date.now = () => now() + by;
  };
  await (await documentOf(stage)).evaluate(move, byMs);
  await (await workerOf(stage)).evaluate(move, byMs);
}
