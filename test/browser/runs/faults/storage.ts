/** What is kept on the disk is torn, or nothing can be kept. */
import { documentOf, workerOf, type Fault, type Stage } from '../fault';

const refuse = (): never => {
  throw new DOMException('The quota is exceeded.', 'QuotaExceededError');
};

export const STORAGE: readonly Fault[] = [
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
    strikesItsEnd: true,
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
];

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
      // A run that was over before it could be put aside takes its checkpoints along.
      const handle = await folder.getFileHandle(name).catch(() => null);
      if (!handle) return;
      const half = (await handle.getFile()).size / 2;
      const writable = await handle.createWritable({ keepExistingData: true });
      await writable.truncate(Math.floor(half));
      await writable.close();
    },
    id,
    what,
  );
}
