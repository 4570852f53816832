import type { RgbaImage } from '../../nst/images/image';
import type { Failure } from '../../protocol/failure';
import type { PreviewAnswer, PreviewRequest } from '../../protocol/previews';

export type ToPreviewWorker = PreviewRequest;

export type FromPreviewWorker =
  { id: string; type: 'painted'; picture: RgbaImage; answer: PreviewAnswer } | { id: string; type: 'failed'; failure: Failure };
