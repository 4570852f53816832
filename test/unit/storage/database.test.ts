import 'fake-indexeddb/auto';
import { database } from '../../../src/storage/database';

it('tries again after it could not be opened', async () => {
  const open = jest.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  });
  await expect(database()).rejects.toThrow('The disk is full.');
  expect((await database()).name).toBe('brushover');
  expect(open).toHaveBeenCalledTimes(2);
});

it('is not waited for for ever where another connection keeps it out, and is there once that gives way', async () => {
  (await database()).close();
  jest.resetModules();
  const older = await new Promise<IDBDatabase>((resolve) => {
    indexedDB.deleteDatabase('brushover').onsuccess = () => {
      const opened = indexedDB.open('brushover', 1);
      opened.onupgradeneeded = () => ['images', 'jobs'].forEach((name) => opened.result.createObjectStore(name));
      opened.onsuccess = () => resolve(opened.result);
    };
  });
  const { database: newer } = await import('../../../src/storage/database');
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  const asked = expect(newer()).rejects.toThrow('storage does not answer');
  await jest.advanceTimersByTimeAsync(10_000);
  await asked;
  jest.useRealTimers();
  older.close();
  expect((await newer()).objectStoreNames).toContain('images');
});
