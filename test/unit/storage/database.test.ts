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
