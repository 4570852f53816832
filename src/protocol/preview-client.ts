import type { RgbaImage } from '../nst/images/image';
import { onPreview } from './events';
import type { PreviewAnswer, PreviewRequest } from './previews';

export interface Preview extends PreviewAnswer {
  picture: RgbaImage;
}

export interface PreviewCalls {
  preview(request: PreviewRequest): Promise<PreviewAnswer>;
  cancelPreviews(ids: string[]): Promise<null>;
}

/**
 * Asks for a preview and waits for its pixels, which come by another way than the answer. An aborted one rejects with
 * the signal's reason and frees its place among those that wait.
 */
export async function requestPreview(calls: PreviewCalls, order: Omit<PreviewRequest, 'id'>, signal?: AbortSignal): Promise<Preview> {
  signal?.throwIfAborted();
  const id = crypto.randomUUID();
  const picture = pictureOf(id);
  const aborted = abortOf(signal, () => void calls.cancelPreviews([id]).catch(() => undefined));
  try {
    return await Promise.race([aborted.happens, Promise.all([calls.preview({ ...order, id }), picture.comes]).then(joined)]);
  } finally {
    picture.stop();
    aborted.stop();
  }
}

function joined([answer, picture]: [PreviewAnswer, RgbaImage]): Preview {
  return { ...answer, picture };
}

function pictureOf(id: string): { comes: Promise<RgbaImage>; stop(): void } {
  let stop = (): void => undefined;
  const comes = new Promise<RgbaImage>((resolve) => {
    stop = onPreview((event) => {
      if (event.id === id) resolve(event.picture);
    });
  });
  return { comes, stop };
}

function abortOf(signal: AbortSignal | undefined, onAbort: () => void): { happens: Promise<never>; stop(): void } {
  let stop = (): void => undefined;
  const happens = new Promise<never>((_, reject) => {
    const abort = (): void => {
      onAbort();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', abort, { once: true });
    stop = () => signal?.removeEventListener('abort', abort);
  });
  return { happens, stop };
}
