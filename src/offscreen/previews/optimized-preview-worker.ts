/** The Worker that paints previews by a short optimisation, one after the other. */
import { failureOf } from '../../protocol/failure';
import type { PreviewRequest } from '../../protocol/previews';
import { OptimizedPainter } from './optimized-painter';
import type { FromPreviewWorker, ToPreviewWorker } from './worker-messages';
import { announceLife } from '../worker-life';

const painter = new OptimizedPainter();
let running: { id: string; abort: AbortController } | null = null;

announceLife();

self.onmessage = ({ data }: MessageEvent<ToPreviewWorker>) => {
  if (data.type === 'paint') void answer(data.request);
  else if (running?.id === data.id) running.abort.abort(new DOMException('The preview is no longer wanted.', 'AbortError'));
};

async function answer(request: PreviewRequest): Promise<void> {
  const abort = new AbortController();
  running = { id: request.id, abort };
  try {
    const { picture, ...preview } = await painter.paint(request, request.optimized!, abort.signal);
    post({ id: request.id, type: 'painted', picture, answer: preview });
  } catch (error) {
    post({ id: request.id, type: 'failed', failure: failureOf(error) });
  } finally {
    running = null;
  }
}

function post(message: FromPreviewWorker): void {
  self.postMessage(message);
}
