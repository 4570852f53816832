/** The Worker that paints previews, one after the other. */
import { failureOf } from '../../protocol/failure';
import { PreviewPainter } from './preview-painter';
import type { FromPreviewWorker, ToPreviewWorker } from './worker-messages';
import { announceLife } from '../worker-life';

const painter = new PreviewPainter();

announceLife();

self.onmessage = ({ data }: MessageEvent<ToPreviewWorker>) => void answer(data);

async function answer(request: ToPreviewWorker): Promise<void> {
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
