/** `brushover/nst`: pictures in the style of others, in any web page. */
import type { LibraryEngine, Progress, ToWorker } from './messages';
import { preparedOrder, type StyleOrder, type StylizeOrder } from './order';
import { paint, type Stylized, type Watch } from './paint';
import type { Picture } from './pictures';
import type { Settings } from './settings';
import { StylizeError } from './stylize-error';

export { StylizeError };
export type { LibraryEngine, Picture, Progress, Settings, StyleOrder, StylizeOrder, Stylized, Watch };

export interface StylizerOptions {
  /** Address of the folder that holds `engines` and `models`; the package's own `dist/chrome`, unless given. */
  assets?: string | URL;
  /** `auto`, unless given, measures which is fastest here. */
  engine?: LibraryEngine | 'auto';
}

export interface Stylizer {
  /** One after the other. Rejects with StylizeError, whose message is for people, or with the signal's reason. */
  stylize(order: StylizeOrder, watch?: Watch): Promise<Stylized>;
  /** Ends its Worker and frees all memory; a run in work rejects. */
  close(): void;
}

/** Starts the Worker that paints. The page must be served from the same site as this module. Throws StylizeError. */
export function createStylizer({ assets = assetsBeside(import.meta.url), engine = 'auto' }: StylizerOptions = {}): Stylizer {
  const worker = startWorker();
  const end = new AbortController();
  const send = (message: ToWorker): void => worker.postMessage(message);
  worker.onerror = () => end.abort(new StylizeError('no-worker', 'The Worker could not be started; serve the package’s dist/nst whole.'));
  send({ type: 'start', assets: withSlash(new URL(assets, document.baseURI)) });
  let turn: Promise<unknown> = Promise.resolve();
  let last = 0;
  return {
    stylize(order, watch = {}) {
      const mine = turn.then(async () => {
        const prepared = await preparedOrder(order, engine, watch.onPicture !== undefined);
        watch.signal?.throwIfAborted();
        end.signal.throwIfAborted();
        return paint(worker, send, ++last, prepared, watch, end.signal);
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    close() {
      end.abort(new StylizeError('closed', 'The stylizer was closed.'));
      worker.terminate();
    },
  };
}

function startWorker(): Worker {
  try {
    return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  } catch {
    throw new StylizeError(
      'no-worker',
      'Browsers start no Worker from another site; serve the package’s dist/nst from the page’s own site.',
    );
  }
}

/** A call, not `new URL('…', import.meta.url)`, which bundlers take for one file to be copied. */
function assetsBeside(module: string): URL {
  return new URL('../chrome/', module);
}

function withSlash({ href }: URL): string {
  return href.endsWith('/') ? href : `${href}/`;
}
