/** Pictures that the page did not take: where the user finds them instead. */
import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Insertion } from '../../../src/editors';
import { decodePicture, type Picture } from './pictures';
import { RESULT_NAME, type Session } from './session';

/** What `insert` left on the clipboard. */
export async function pictureOnClipboard({ page }: Session): Promise<Picture> {
  await page.bringToFront();
  const base64 = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bytes = new Uint8Array(await (await item.getType('image/png')).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  });
  return decodePicture(new Blob([Buffer.from(base64, 'base64')]));
}

/** What `insert` has the browser download, under the layer's name. */
export async function pictureDownloadedBy({ page }: Session, insert: () => Promise<Insertion>): Promise<Picture> {
  const downloadPath = await mkdtemp(join(tmpdir(), 'brushover-'));
  const browser = await page.createCDPSession();
  try {
    await browser.send('Browser.setDownloadBehavior', { behavior: 'allowAndName', downloadPath, eventsEnabled: true });
    const began = new Promise<string>((resolve) =>
      browser.on('Browser.downloadWillBegin', ({ suggestedFilename }) => resolve(suggestedFilename)),
    );
    const completed = new Promise<string>((resolve) =>
      browser.on('Browser.downloadProgress', ({ state, guid }) => (state === 'completed' ? resolve(guid) : undefined)),
    );
    await insert();
    assert.equal(await began, `${RESULT_NAME}.png`);
    return await decodePicture(new Blob([new Uint8Array(await readFile(join(downloadPath, await completed)))]));
  } finally {
    await browser.detach();
    await rm(downloadPath, { recursive: true });
  }
}
