import type { RgbaImage } from '../../nst/images/image';
import type { Failure } from '../../protocol/failure';
import type { PreviewAnswer, PreviewRequest } from '../../protocol/previews';

export type ToPreviewWorker =
  | { type: 'paint'; request: PreviewRequest }
  /** Nobody waits for this one any more. */
  | { type: 'cancel'; id: string };

export type FromPreviewWorker =
  { id: string; type: 'painted'; picture: RgbaImage; answer: PreviewAnswer } | { id: string; type: 'failed'; failure: Failure };
