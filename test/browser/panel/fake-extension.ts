/**
 * Stands in for everything around the panel: the browser's extension API, the background and the offscreen
 * document. Bundled in front of the panel; tests steer it through `window.fake`.
 */
import type { CapturedLayer, CaptureRequest, EditorLayers, InsertOutcome, InsertRequest } from '../../../src/protocol/layer';
import { newJob, type JobProgress, type JobRequest, type JobState, type KeptMoment } from '../../../src/protocol/job';
import type { RunForecast } from '../../../src/protocol/forecast';
import { createJobEventSender } from '../../../src/protocol/events';
import { createExplorerSender, createPreviewSender } from '../../../src/protocol/events';
import type { LayerRequest, RebuildRequest } from '../../../src/protocol/explorer';
import type { FoundMask } from '../../../src/protocol/found-masks';
import type { PreviewAnswer, PreviewRequest } from '../../../src/protocol/previews';
import type { RgbaImage } from '../../../src/nst/images/image';
import { loadDesk } from '../../../src/storage/desks';
import { loadImage, storeImage } from '../../../src/storage/images';
import { getMessage } from '../fake-messages';

type Answer = { ok: true; value: unknown } | { ok: false; failure: { code: string; message: string } };

const send = createJobEventSender();
const sendPreview = createPreviewSender();
const sendExplored = createExplorerSender();
const calls: { name: string; request: unknown }[] = [];
/** What an optimised preview is known by. */
const SMALL_PICTURE: RgbaImage = { width: 9, height: 6, data: new Uint8ClampedArray(9 * 6 * 4).fill(200) };
const failures: Record<string, string> = {};
/** Jobs that wait, and those of earlier days. */
const queue: JobState[] = [];
let older: JobState[] = [];
let trash: JobState | null = null;
let state: JobState | null = JSON.parse(sessionStorage.getItem('fakeJob') ?? 'null');

/** Each time that a layer was changed it is another picture: what follows a JPEG's end is not shown. */
async function photo(): Promise<Blob> {
  return new Blob([await (await fetch('photo.jpg')).blob(), 'x'.repeat(fake.changes)]);
}

const pageDocument = { origin: 'https://editor.example', id: 'a' };
const layers = [
  { layerId: 'layer-4', layerName: 'Title', visible: true },
  { layerId: 'layer-3', layerName: 'Photo of a cat', visible: true },
  { layerId: 'layer-2', layerName: 'Sketch', visible: false },
];

const answers: Record<string, (request: never) => unknown> = {
  editorLayers: (): EditorLayers => ({ document: pageDocument, layers }),
  captureLayer: async ({ tabId, wanted }: CaptureRequest): Promise<CapturedLayer> => ({
    tabId,
    document: pageDocument,
    editor: 'konva',
    editorTitle: 'Konva editor',
    layerId: wanted?.layerId ?? 'layer-3',
    layerName: wanted?.layerName ?? 'Photo of a cat',
    image: await storeImage(await photo()),
    width: 451,
    height: 300,
    x: 12,
    y: 34,
    documentWidth: 800,
    documentHeight: 600,
    selection: null,
    selectionMask: null,
  }),
  insertLayer: ({ name }: InsertRequest): InsertOutcome => ({
    way: 'layer',
    message: `Added as “${name}”; undo in the editor takes it away.`,
  }),
  startJob: (request: JobRequest) => {
    const id = crypto.randomUUID();
    state = newJob(id, request);
    change({ status: 'capturing', activity: 'Measuring engines' });
    return { id };
  },
  forecastJob: (): RunForecast => ({ seconds: 118, peakBytes: 610 * 2 ** 20, engine: 'WebAssembly, relaxed SIMD, 2 threads' }),
  cancelJob: () => {
    change({ status: 'cancelled' });
    return null;
  },
  pauseJob: () => {
    change({ status: 'paused' });
    return null;
  },
  currentJob: () => state,
  job: ({ id }: { id: string }) => [...queue, ...(state ? [state] : []), ...older].find((one) => one.id === id) ?? null,
  tellMoments: () => null,
  keepMoment: async ({ evaluation }: { evaluation: number }): Promise<KeptMoment> => {
    const kept = { image: await storedResult(), width: 451, height: 300, evaluation, fractionDone: evaluation / 100 };
    change({ moments: [...(state?.moments ?? []), kept] });
    return kept;
  },
  dropMoment: ({ evaluation }: { evaluation: number }) => {
    change({ moments: (state?.moments ?? []).filter((one) => one.evaluation !== evaluation) });
    return null;
  },
  jobs: () => [...queue, ...(state ? [state] : []), ...older],
  pinJob: ({ id, pinned }: { id: string; pinned: boolean }) => {
    const found = older.find((one) => one.id === id);
    if (found) send({ type: 'state', state: Object.assign(found, { pinned }) });
    return null;
  },
  deleteJob: ({ id }: { id: string }) => {
    trash = older.find((one) => one.id === id) ?? null;
    older = older.filter((one) => one.id !== id);
    send({ type: 'deleted', jobId: id });
    return null;
  },
  undeleteJob: () => {
    if (trash) older = [trash, ...older];
    if (trash) send({ type: 'state', state: trash });
    return null;
  },
  moveJobUp: ({ id }: { id: string }) => {
    const index = queue.findIndex((one) => one.id === id);
    if (index > 0) queue.splice(index - 1, 0, ...queue.splice(index, 1));
    return null;
  },
  preview: async ({ id, keep, optimized }: PreviewRequest): Promise<PreviewAnswer> => {
    const picture = optimized ? SMALL_PICTURE : await pictureOf('photo.jpg');
    sendPreview({ id, picture });
    return { image: keep ? await storedResult() : null, width: picture.width, height: picture.height, milliseconds: 5 };
  },
  cancelPreviews: () => null,
  exploreLayer: ({ id }: LayerRequest) => {
    const maps = Array.from({ length: 8 }, (_, i) => ({ channel: 31 * i, mean: 95 / (i + 1), highest: 300, picture: SMALL_PICTURE }));
    sendExplored({ id, type: 'explored', explored: { channels: 256, sees: 24, maps, rebuilt: { content: null, style: null } } });
    return null;
  },
  rebuildLayer: async ({ id }: RebuildRequest) => {
    const picture = await pictureOf('photo.jpg');
    sendExplored({ id, type: 'progress', picture, fraction: 0.4 });
    sendExplored({ id, type: 'rebuilt', rebuilt: { picture, lossBefore: 1, lossAfter: 0.01 } });
    return null;
  },
  cancelExploring: () => null,
  findMask: async (): Promise<FoundMask> => ({ image: await storedMask() }),
};

function change(update: Partial<JobState>): void {
  state = { ...(state as JobState), ...update };
  sessionStorage.setItem('fakeJob', JSON.stringify(state));
  send({ type: 'state', state });
}

async function answer({ name, request }: { name: string; request: unknown }): Promise<Answer> {
  calls.push({ name, request });
  if (fake.silent.has(name)) return new Promise(() => undefined);
  if (failures[name]) return { ok: false, failure: { code: 'test', message: failures[name] } };
  return { ok: true, value: await answers[name](request as never) };
}

function progressAt(evaluation: number): JobProgress {
  const total = 1.3 + 12 / evaluation;
  return {
    evaluation,
    evaluations: 100,
    scale: evaluation > 60 ? 2 : 1,
    scales: 2,
    width: 451,
    height: 300,
    elapsedMs: 410 * evaluation,
    remainingMs: 410 * (100 - evaluation),
    fractionDone: evaluation / 100,
    content: 0.5,
    style: (total - 0.5) / 10,
    tv: 20,
    total,
  };
}

/** The upper half of a layer of 451×300. */
async function storedMask(): Promise<string> {
  const canvas = new OffscreenCanvas(451, 300);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillRect(0, 0, 451, 300);
  context.fillStyle = 'white';
  context.fillRect(0, 0, 451, 150);
  return storeImage(await canvas.convertToBlob());
}

/** The content with its colours turned, as a stand-in for G. */
async function pictureOf(file: string): Promise<RgbaImage> {
  const bitmap = await createImageBitmap(await (await fetch(file)).blob());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.filter = 'hue-rotate(140deg) saturate(1.6) contrast(1.2)';
  context.drawImage(bitmap, 0, 0);
  const { width, height, data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  return { width, height, data };
}

async function storedResult(): Promise<string> {
  const { width, height, data } = await pictureOf('photo.jpg');
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return storeImage(await canvas.convertToBlob());
}

const fake = {
  /** Whether the panel would find masks of a kind again after it was closed. */
  async keepsMask(kind: string) {
    const desk = (await loadDesk('tab-7')) as { masks?: Record<string, string> } | null | undefined;
    return Boolean(desk?.masks?.[kind]);
  },
  /** Of a stored picture, as bytes that a test can take. */
  async pixelsOf(ref: string) {
    const bitmap = await createImageBitmap(await loadImage(ref));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const { width, height, data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width, height, data: [...data] };
  },
  async putInQueue(name: string) {
    const request = (state as JobState).request;
    queue.push({ ...newJob(`queued-${queue.length}`, { ...request, styles: [{ ...request.styles[0], name }] }), createdAt: 1 });
    send({ type: 'state', state: queue.at(-1)! });
  },
  async putInHistory(name: string, settings: object = {}) {
    const { request: last } = state as JobState;
    const request = { ...last, settings: { ...last.settings, ...settings } };
    const image = await storedResult();
    const result = { ...((state as JobState).result as NonNullable<JobState['result']>), image };
    const job = newJob(`old-${older.length}`, { ...request, styles: [{ ...request.styles[0], name }] });
    older.push({ ...job, status: 'done', result, thumbnail: image, createdAt: 1_700_000_000_000, endedAt: 1_700_000_060_000 });
    send({ type: 'state', state: older.at(-1)! });
  },
  /** What the user answers when a host, or notifications, are asked for. */
  allows: false,
  /** Whether notifications are allowed. */
  notifies: false,
  /** How often the layer was changed in the editor. */
  changes: 0,
  calls,
  failures,
  /** Calls that are never answered. */
  silent: new Set<string>(),
  progress: (evaluation: number) => change({ status: 'running', activity: 'Painting', progress: progressAt(evaluation) }),
  async picture() {
    const { evaluation = 0, fractionDone = 0 } = state?.progress ?? {};
    const moment = { evaluation, fractionDone, picture: await pictureOf('photo.jpg') };
    send({ type: 'picture', jobId: state?.id ?? '', moment });
  },
  fail: (message: string) => change({ status: 'failed', failure: { code: 'test', message } }),
  async finish() {
    const evaluations = Array.from({ length: 100 }, (_, i) => ({
      ...progressAt(i + 1),
      perLayer: { content: {}, style: {} },
      perTerm: { content: {}, style: {} },
    }));
    const backend = {
      name: 'wasm',
      description: 'WebAssembly, relaxed SIMD, 2 threads',
      reason: 'the fastest of three, 0.4 s an evaluation',
    };
    const displayed = evaluations[evaluations.length - 1];
    const report = { width: 451, height: 300, evaluations, displayed, elapsedMs: 41_000, backend, peakBytes: 310e6, notes: [] };
    change({
      status: 'done',
      result: { image: await storedResult(), width: 451, height: 300, inputs: null, stopped: false, report: report as never },
    });
  },
};

/** As browser.storage.local keeps it. */
const stored = {
  get: async (key: string) => {
    const text = localStorage.getItem(key);
    return text === null ? {} : { [key]: JSON.parse(text) as unknown };
  },
  set: async (items: object) => Object.entries(items).forEach(([key, value]) => localStorage.setItem(key, JSON.stringify(value))),
};

const browser = {
  i18n: { getMessage },
  runtime: { id: 'brushover', getURL: (path: string) => new URL(path, location.origin).href, sendMessage: answer },
  tabs: { query: async () => [{ id: 7 }] },
  storage: { local: stored },
  permissions: {
    contains: async () => fake.notifies,
    request: async ({ permissions }: { permissions?: string[] }) => {
      if (permissions) fake.notifies = fake.allows;
      return fake.allows;
    },
    remove: async () => {
      fake.notifies = false;
      return true;
    },
  },
};

Object.assign(globalThis, { fake, browser, chrome: browser });

declare global {
  interface Window {
    fake: typeof fake;
  }
}
