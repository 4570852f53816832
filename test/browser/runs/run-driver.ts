/** Runs jobs through the extension's own calls, as the panel does, and looks at them from outside. */
import type { Page } from 'puppeteer';
import type { JobRequest, JobState } from '../../../src/protocol/job';
import { gramSettings, type StyleTransferSettings } from '../../../src/nst/settings';
import type { JobEvent } from '../../../src/protocol/events';
import type { RgbaImage } from '../../../src/nst/images/image';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { pictureOf, pngOf, scene } from '../extension/pictures';

/** The least network that has a content and a style; small enough for hundreds of runs. */
export const SMALL: StyleTransferSettings = {
  ...gramSettings,
  contentLayers: { relu2_1: 1 },
  styleLayers: { relu1_1: 1, relu2_1: 1 },
  scales: [
    { scale: 0.5, evaluations: 12 },
    { scale: 1, evaluations: 12 },
  ],
};

interface Answer<Value> {
  ok: boolean;
  value: Value;
  failure?: { code: string; message: string };
}

export class RunDriver {
  private constructor(
    readonly extension: RunningExtension,
    readonly page: Page,
  ) {}

  /** A page of the extension that is no panel: nothing is asked for unless the test asks. */
  static async open(extension: RunningExtension): Promise<RunDriver> {
    const driver = new RunDriver(extension, await extension.openPage('headless/index.html'));
    // The database has its stores once anyone has asked for jobs; opened before, it would be made without them.
    await driver.call('jobs');
    return driver;
  }

  async call<Value>(name: string, request: unknown = null): Promise<Value> {
    const answer = await this.page.evaluate(async (message) => (await chrome.runtime.sendMessage(message)) as unknown, {
      context: 'background',
      name,
      request,
    });
    const { ok, value, failure } = answer as Answer<Value>;
    if (!ok) throw new Error(failure?.message);
    return value;
  }

  /** Stores a picture as the extension does. */
  async store(png: Buffer): Promise<string> {
    return this.page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const ref = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
      const opened = indexedDB.open('brushover');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opened.onsuccess = () => resolve(opened.result);
        opened.onerror = () => reject(new Error(String(opened.error)));
      });
      const stored = database.transaction('images', 'readwrite');
      stored.objectStore('images').put({ blob: new Blob([bytes], { type: 'image/png' }), createdAt: Date.now() }, ref);
      await new Promise<void>((resolve) => (stored.oncomplete = () => resolve()));
      database.close();
      return ref;
    }, png.toString('base64'));
  }

  async request(change: Partial<JobRequest> = {}, side = 64): Promise<JobRequest> {
    return {
      content: await this.store(pngOf(scene(side, Math.round(side * 0.75)))),
      styles: [{ image: await this.store(pngOf(scene(40, 44, () => 255))), name: 'Stripes', weight: 1, mask: null }],
      mask: null,
      size: null,
      engine: 'wasm',
      settings: SMALL,
      layer: null,
      ...change,
    };
  }

  async start(request: JobRequest): Promise<string> {
    return (await this.call<{ id: string }>('startJob', request)).id;
  }

  jobs(): Promise<JobState[]> {
    return this.call<JobState[]>('jobs');
  }

  async job(id: string): Promise<JobState> {
    const found = (await this.jobs()).find((state) => state.id === id);
    if (!found) throw new Error(`There is no job ${id}.`);
    return found;
  }

  /** Asks until the job is as it should be. */
  async until(id: string, holds: (state: JobState) => boolean, what = 'comes to be', patienceMs = 90_000): Promise<JobState> {
    const end = Date.now() + patienceMs;
    for (;;) {
      const state = await this.job(id);
      if (holds(state)) return state;
      if (Date.now() > end) throw new Error(`The job never ${what}; it is ${state.status}, ${state.failure?.message ?? state.activity}.`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  async reaches(id: string, evaluation: number): Promise<JobState> {
    return this.until(
      id,
      ({ progress, endedAt }) => (progress?.evaluation ?? 0) >= evaluation || endedAt !== null,
      `evaluates ${evaluation} times`,
    );
  }

  async ends(id: string): Promise<JobState> {
    return this.until(id, ({ endedAt }) => endedAt !== null, 'ends');
  }

  async picture(ref: string): Promise<RgbaImage> {
    const base64 = await this.page.evaluate(async (key) => {
      const opened = indexedDB.open('brushover');
      const database = await new Promise<IDBDatabase>((resolve) => (opened.onsuccess = () => resolve(opened.result)));
      const asked = database.transaction('images').objectStore('images').get(key);
      const { blob } = await new Promise<{ blob: Blob }>((resolve) => (asked.onsuccess = () => resolve(asked.result as { blob: Blob })));
      database.close();
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    }, ref);
    return pictureOf(Buffer.from(base64, 'base64'));
  }

  /** Listens as a panel does. */
  async keepLivePictures(): Promise<void> {
    await this.page.evaluate(() => {
      const pictures: Record<string, { width: number; height: number; data: Uint8ClampedArray }> = {};
      const channel = new BroadcastChannel('brushover-job-events');
      channel.onmessage = ({ data }: MessageEvent<JobEvent>) => {
        if (data.type === 'picture') pictures[data.jobId] = data.moment.picture;
        if (data.type === 'unstored') pictures[data.jobId] = data.picture;
      };
      Object.assign(globalThis, { livePictures: pictures });
    });
  }

  async livePicture(id: string): Promise<RgbaImage | null> {
    const live = await this.page.evaluate((job) => {
      const { livePictures } = globalThis as unknown as { livePictures: Record<string, RgbaImage> };
      const picture = livePictures[job];
      return picture ? { width: picture.width, height: picture.height, data: Array.from(picture.data) } : null;
    }, id);
    return live && { ...live, data: new Uint8ClampedArray(live.data) };
  }

  async storedPictures(): Promise<number> {
    return this.page.evaluate(async () => {
      const opened = indexedDB.open('brushover');
      const database = await new Promise<IDBDatabase>((resolve) => (opened.onsuccess = () => resolve(opened.result)));
      const asked = database.transaction('images').objectStore('images').count();
      const count = await new Promise<number>((resolve) => (asked.onsuccess = () => resolve(asked.result)));
      database.close();
      return count;
    });
  }
}
