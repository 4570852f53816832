/** Jobs in a real Chromium that are paused, stopped, killed and queued: nothing is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RgbaImage } from '../../../src/nst/images/image';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { meanDifference } from '../extension/pictures';
import { startExtension } from '../extension/running-extension';
import { RunDriver, SMALL } from './run-driver';

const LONG = {
  ...SMALL,
  scales: [
    { scale: 0.5, evaluations: 30 },
    { scale: 1, evaluations: 30 },
  ],
};
const TOTAL = 60;

let profile: string;
let extension: RunningExtension;
let driver: RunDriver;
let undisturbed: RgbaImage;

beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'brushover-runs-'));
  extension = await startExtension({ profile });
  driver = await RunDriver.open(extension);
  const id = await driver.start(await driver.request({ settings: LONG }, 112));
  undisturbed = await driver.picture((await driver.ends(id)).result!.image);
});
afterAll(async () => {
  await extension?.close();
  rmSync(profile, { recursive: true, force: true });
});

test('a run that was paused goes on to the picture of an undisturbed one', async () => {
  const id = await driver.start(await driver.request({ settings: LONG }, 112));
  await driver.reaches(id, 12);
  await driver.call('pauseJob', { id });
  const paused = await driver.until(id, ({ status }) => status === 'paused', 'is paused');
  expect(paused.kept).toMatchObject({ width: 112, height: 84 });
  await driver.call('resumeJob', { id });
  const done = await driver.ends(id);
  expect(done).toMatchObject({ status: 'done', progress: { evaluation: TOTAL } });
  expect(meanDifference(await driver.picture(done.result!.image), undisturbed)).toBeLessThan(1);
});

test('a run whose browser was killed goes on to the picture of an undisturbed one', async () => {
  const id = await driver.start(await driver.request({ settings: LONG }, 112));
  await driver.reaches(id, 18);
  await driver.call('pauseJob', { id });
  await driver.until(id, ({ status }) => status === 'paused', 'is paused');
  await driver.call('resumeJob', { id });
  await driver.until(id, ({ status }) => status === 'running', 'runs');
  const { progress } = await driver.job(id);
  expect(progress!.evaluation).toBeLessThan(TOTAL);

  const killed = new Promise((resolve) => extension.browser.process()!.once('exit', resolve));
  extension.browser.process()!.kill('SIGKILL');
  await killed;
  extension = await startExtension({ profile });
  driver = await RunDriver.open(extension);

  const offered = await driver.until(id, ({ kept }) => kept !== null, 'has its last picture');
  expect(offered).toMatchObject({ status: 'interrupted', failure: { code: 'interrupted' } });
  await driver.call('resumeJob', { id });
  const done = await driver.ends(id);
  expect(done).toMatchObject({ status: 'done', progress: { evaluation: TOTAL } });
  expect(meanDifference(await driver.picture(done.result!.image), undisturbed)).toBeLessThan(1);
});

test('a run that is stopped keeps its best picture as the result, and goes on from it', async () => {
  const id = await driver.start(await driver.request({ settings: LONG }, 112));
  await driver.reaches(id, 12);
  await driver.call('stopJob', { id });
  const stopped = await driver.ends(id);
  expect(stopped).toMatchObject({ status: 'done', result: { stopped: true, width: 112, height: 84 } });
  expect(stopped.progress!.evaluation).toBeLessThan(TOTAL);
  await driver.call('resumeJob', { id });
  const done = await driver.until(id, ({ result }) => result?.stopped === false, 'is done');
  expect(meanDifference(await driver.picture(done.result!.image), undisturbed)).toBeLessThan(1);
});

test('when the document that owns it is closed a run is offered, and goes on', async () => {
  const id = await driver.start(await driver.request({ settings: LONG }, 112));
  await driver.reaches(id, 12);
  const [worker] = await extension.extension.workers();
  await worker.evaluate(() => chrome.offscreen.closeDocument());
  const offered = await driver.until(id, ({ status }) => status === 'interrupted', 'is interrupted');
  expect(offered.failure!.message).toMatch(/can go on from its last checkpoint/);
  await driver.call('resumeJob', { id });
  const done = await driver.ends(id);
  expect(done.status).toBe('done');
  expect(meanDifference(await driver.picture(done.result!.image), undisturbed)).toBeLessThan(1);
});

test('forty runs leave a bounded number of stored pictures', async () => {
  const settings = { ...SMALL, scales: [{ scale: 1, evaluations: 1 }] };
  const before = await driver.storedPictures();
  const ids: string[] = [];
  for (let i = 0; i < 40; i++) ids.push(await driver.start(await driver.request({ settings: { ...settings, seed: i + 1 } }, 24)));
  await driver.ends(ids.at(-1)!);
  // A result and its thumbnail each; content and style are the same and stored once.
  expect((await driver.storedPictures()) - before).toBeLessThanOrEqual(2 + 2 * 40);
  for (const id of ids) await driver.call('deleteJob', { id });
  expect((await driver.jobs()).filter(({ id }) => ids.includes(id))).toEqual([]);
  await driver.call('undeleteJob', { id: ids[0] });
  expect((await driver.job(ids[0])).status).toBe('done');
});
