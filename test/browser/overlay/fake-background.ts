/**
 * Stands in for everything around the overlay: the browser's extension API and the service worker. Bundled in front of it; tests
 * steer it through `window.background`, and see into the overlay, whose shadow it leaves open.
 */
import type { EncodedPicture, PageCalls, Refinement } from '../../../src/protocol/overlay-calls';
import { OVERLAY_SYMBOL, type OverlayOrder } from '../../../src/protocol/overlay-calls';
import { UserFacingError, failureOf } from '../../../src/protocol/failure';
import { getMessage } from '../fake-messages';

/** Of the page's picture, and what a run paints of it: half as long. */
const SIDES = { width: 600, height: 400 };
const PAINTED = { width: 300, height: 200 };
const ORIGINAL_COLOR = [200, 40, 20];
const PREVIEW_COLOR = [10, 120, 240];
const REFINED_COLOR = [30, 200, 90];

const STYLES = ['Stained glass', 'Starlit swirls', 'Ink mountains'].map((name) => ({
  name,
  source: { kind: 'built-in' as const, file: `${name.toLowerCase().replace(' ', '-')}.jpg` },
}));

const NOTHING: Refinement = { status: 'queued', fractionDone: null, remainingMs: null, picture: null, outcome: null, failure: null };

async function flat([red, green, blue]: readonly number[], { width, height } = SIDES): Promise<EncodedPicture> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = `rgb(${red} ${green} ${blue})`;
  context.fillRect(0, 0, width, height);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return { bytes: btoa(String.fromCharCode(...bytes)), type: 'image/png' };
}

const background = {
  calls: [] as { name: string; request: unknown }[],
  /** Sentences that calls fail with. */
  failures: {} as Record<string, string>,
  /** Calls that are not answered yet. */
  silent: new Set<string>(),
  /** What the next questions about the run are answered with. */
  run: NOTHING,
  /** Of another site than the page, which would have to be allowed. */
  address: null as string | null,
  styles: STYLES,
  async paint(fractionDone: number) {
    const picture = await flat(REFINED_COLOR, PAINTED);
    background.run = { ...NOTHING, status: 'running', fractionDone, remainingMs: (1 - fractionDone) * 200_000, picture };
  },
  async end(stopped: boolean) {
    const picture = await flat(REFINED_COLOR, PAINTED);
    background.run = { ...NOTHING, status: 'done', fractionDone: 1, picture, outcome: { ...PAINTED, stopped, elapsedMs: 52_000 } };
  },
  /** As the context menu does. */
  order(task: OverlayOrder['task'] = 'quick') {
    const start = Reflect.get(globalThis, Symbol.for(OVERLAY_SYMBOL)) as (order: OverlayOrder) => Promise<boolean>;
    return start({ task, srcUrl: document.querySelector('img')!.src, style: STYLES[0]!, styles: STYLES });
  },
};

const answers: { [N in keyof PageCalls]: (request: Parameters<PageCalls[N]>[0]) => unknown } = {
  takePicture: () => ({ image: 'taken', ...SIDES, from: background.address ? 'screen' : 'page', address: background.address }),
  deliver: () => null,
  original: () => flat(ORIGINAL_COLOR),
  preview: () => flat(PREVIEW_COLOR),
  forecast: ({ size }) => ({ seconds: size / 10, peakBytes: 610 * 2 ** 20, engine: 'WebAssembly, relaxed SIMD, 2 threads' }),
  refine: () => {
    background.run = NOTHING;
    return { id: 'run' };
  },
  refinement: () => background.run,
  orderRefinement: ({ command }) => {
    const status = ({ pause: 'paused', resume: 'queued', stop: 'stopping', cancel: 'cancelled' } as const)[command];
    background.run = { ...background.run, status, picture: null };
    return null;
  },
  openHistory: () => null,
  openPanel: () => null,
  allowHost: () => ({ allowed: false }),
};

async function sendMessage({ name, request }: { name: keyof PageCalls; request: never }): Promise<unknown> {
  background.calls.push({ name, request });
  while (background.silent.has(name)) await new Promise((resolve) => setTimeout(resolve, 10));
  try {
    const failure = background.failures[name];
    if (failure) throw new UserFacingError('test', failure);
    return { ok: true, value: await answers[name](request) };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (this: Element) {
  return attach.call(this, { mode: 'open' });
};

const browser = { i18n: { getMessage }, runtime: { id: 'brushover', getURL: (path: string) => `/${path}`, sendMessage } };
Object.defineProperty(globalThis, 'chrome', { value: browser, configurable: true });
Object.assign(globalThis, { background });

declare global {
  interface Window {
    background: typeof background;
  }
}
