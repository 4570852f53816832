/** The Worker that paints previews, one after the other. */
import { failureOf } from '../../protocol/failure';
import type { PreviewRequest } from '../../protocol/previews';
import { PreviewPainter } from './preview-painter';
import type { FromPreviewWorker, ToPreviewWorker } from './worker-messages';
import { announceLife } from '../worker-life';

const painter = new PreviewPainter();

announceLife();

/** A picture takes a fraction of a second: one that nobody waits for is finished all the same. */
self.onmessage = ({ data }: MessageEvent<ToPreviewWorker>) => {
  if (data.type === 'paint') void answer(data.request);
};

async function answer(request: PreviewRequest): Promise<void> {
  try {
    const { picture, ...preview } = await painter.paint(request);
    post({ id: request.id, type: 'painted', picture, answer: preview });
  } catch (error) {
    post({ id: request.id, type: 'failed', failure: failureOf(error) });
  }
}

function post(message: FromPreviewWorker): void {
  self.postMessage(message);
}
