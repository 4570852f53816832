/** What may happen to a run, each done to a real one. */
import { documentOf, workerOf, type Fault, type Stage } from './fault';
import { SMALL } from './run-driver';
import { layer } from '../../unit/panel/jobs-for-tests';

const SHORTEST = { ...SMALL, scales: [{ scale: 1, evaluations: 1 }] };
const YEAR_MS = 365 * 24 * 3_600_000;
const refuse = (): never => {
  throw new DOMException('The quota is exceeded.', 'QuotaExceededError');
};

export const FAULTS: readonly Fault[] = [
  {
    name: 'service worker stopped',
    outcome: 'same',
    async inject({ extension }) {
      const [worker] = await extension.extension.workers();
      await worker.close();
    },
  },
  {
    name: 'document closed',
    outcome: 'same',
    inject: (stage) => stage.closeDocument(),
  },
  {
    name: 'document crashed',
    outcome: 'same',
    async inject(stage) {
      const session = await (await documentOf(stage)).createCDPSession();
      // Never answered. The extension's pages share a process, so the driver's own goes with it.
      void session.send('Page.crash').catch(() => undefined);
      await stage.reloadExtension();
    },
  },
  {
    name: 'job worker ended in silence',
    outcome: 'same',
    inject: endJobWorker,
  },
  {
    name: 'job worker ended twice',
    outcome: 'same',
    async inject(stage, id) {
      await endJobWorker(stage);
      await stage.driver.until(id, ({ status, endedAt }) => status === 'capturing' || endedAt !== null, 'goes on');
      await endJobWorker(stage);
    },
  },
  {
    name: 'browser killed',
    outcome: 'same',
    inject: (stage) => stage.killBrowser(),
  },
  {
    name: 'panel closed',
    outcome: 'same',
    inject: (stage) => stage.reopenPage(),
  },
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
    name: 'newest checkpoint torn',
    outcome: 'same',
    async inject(stage, id) {
      await stage.driver.call('pauseJob', { id });
      await stage.driver.until(id, ({ endedAt }) => endedAt !== null, 'is put aside');
      await tearNewest(stage, id, 'slot');
    },
  },
  {
    name: 'newest values torn',
    outcome: 'same',
    async inject(stage, id) {
      await stage.driver.call('pauseJob', { id });
      await stage.driver.until(id, ({ endedAt }) => endedAt !== null, 'is put aside');
      await tearNewest(stage, id, 'value');
    },
  },
  {
    name: 'checkpoints refused',
    outcome: 'same, told',
    async inject(stage, id) {
      await (
        await workerOf(stage)
      ).evaluate(() => {
        FileSystemSyncAccessHandle.prototype.write = () => {
          throw new DOMException('The quota is exceeded.', 'QuotaExceededError');
        };
      });
      await stage.driver.call('pauseJob', { id });
      await stage.driver.until(id, ({ endedAt }) => endedAt !== null, 'is put aside');
    },
    repair: (stage) => stage.closeDocument(),
  },
  {
    name: 'states not stored',
    outcome: 'same, told',
    inject: async (stage) => void (await (await documentOf(stage)).evaluate(`IDBObjectStore.prototype.put = ${String(refuse)}`)),
    repair: (stage) => stage.closeDocument(),
  },
  {
    name: 'result not stored',
    outcome: 'same in memory, told',
    prepare: ({ driver }) => driver.keepLivePictures(),
    inject: async (stage) => void (await (await workerOf(stage)).evaluate(`IDBObjectStore.prototype.put = ${String(refuse)}`)),
    repair: (stage) => stage.closeDocument(),
  },
  {
    name: 'database blocked',
    outcome: 'same',
    async inject({ driver }) {
      // As a newer version of the extension upgrades it, for some seconds, and then thinks better of it.
      await driver.page.evaluate(() => {
        const opened = indexedDB.open('brushover', 99);
        opened.onupgradeneeded = () => {
          const { transaction } = opened;
          const end = Date.now() + 4000;
          const hold = (): void => {
            if (Date.now() > end) return transaction!.abort();
            transaction!.objectStore('jobs').count().onsuccess = hold;
          };
          hold();
        };
      });
    },
  },
  {
    name: 'kernel thread ended in silence',
    outcome: 'same or told',
    async prepare(stage) {
      await stage.closeDocument();
      // Another engine first, so that the job's Worker is there before it starts the threads.
      await stage.driver.ends(await stage.driver.start(await stage.driver.request({ engine: 'tfjs-cpu', settings: SHORTEST }, 16)));
      await (
        await workerOf(stage)
      ).evaluate(() => {
        const threads: Worker[] = [];
        self.Worker = class extends Worker {
          constructor(address: string | URL, options?: WorkerOptions) {
            super(address, options);
            threads.push(this);
          }
        };
        Object.assign(self, { threads });
      });
    },
    inject: async (stage) =>
      void (await (await workerOf(stage)).evaluate(() => (self as unknown as { threads: Worker[] }).threads.at(-1)?.terminate())),
    repair: (stage) => stage.closeDocument(),
  },
  {
    name: 'memory refused',
    outcome: 'same or told',
    inject: async (stage) =>
      void (await (
        await workerOf(stage)
      ).evaluate(() => {
        WebAssembly.Memory.prototype.grow = () => {
          throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
        };
      })),
    repair: (stage) => stage.closeDocument(),
  },
  {
    name: 'losses no number',
    outcome: 'same or told',
    async inject(stage) {
      await (
        await workerOf(stage)
      ).evaluate(() => {
        const isFinite = Number.isFinite;
        Number.isFinite = () => {
          Number.isFinite = isFinite;
          return false;
        };
      });
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
  {
    name: 'tab of the layer closed',
    outcome: 'same, told',
    request: (request) => ({
      ...request,
      insertWhenFinished: true,
      layer: { ...layer, tabId: 999_999, image: request.content, width: 64, height: 48 },
    }),
    inject: async () => undefined,
  },
];

/** The driver may hear of the Worker's end before the answer. */
async function endJobWorker(stage: Stage): Promise<void> {
  await (await workerOf(stage)).evaluate(() => self.close()).catch(() => undefined);
}

async function moveClock(stage: Stage, byMs: number): Promise<void> {
  const move = (by: number): void => {
    const now = Date.now;
    Date.now = () => now() + by;
  };
  await (await documentOf(stage)).evaluate(move, byMs);
  await (await workerOf(stage)).evaluate(move, byMs);
}

/** As a crash in the midst of a write leaves it: cut off. */
async function tearNewest({ driver }: Stage, id: string, what: 'slot' | 'value'): Promise<void> {
  await driver.page.evaluate(
    async (job, torn) => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('checkpoints');
      const folder = await root.getDirectoryHandle(job).catch(() => null);
      if (!folder) return;
      const slots: { name: string; sequence: number; files: Record<string, { name: string }> }[] = [];
      for (const name of ['a.json', 'b.json']) {
        const file = await folder.getFileHandle(name).then(
          (handle) => handle.getFile(),
          () => null,
        );
        if (!file) continue;
        const { text } = JSON.parse(await file.text()) as { text: string };
        slots.push({ name, ...(JSON.parse(text) as { sequence: number; files: Record<string, { name: string }> }) });
      }
      const newest = slots.sort((a, b) => b.sequence - a.sequence).at(0);
      if (!newest) return;
      const name = torn === 'slot' ? newest.name : Object.values(newest.files)[0].name;
      const handle = await folder.getFileHandle(name);
      const half = (await handle.getFile()).size / 2;
      const writable = await handle.createWritable({ keepExistingData: true });
      await writable.truncate(Math.floor(half));
      await writable.close();
    },
    id,
    what,
  );
}
