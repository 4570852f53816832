import { base64OfBlob } from '../../editors/base64';
import type { RgbaImage } from '../../nst/images/image';
import { defaultSettings } from '../../nst/settings';
import type { ImageRef } from '../../protocol/layer';
import type { JobRequest, JobResult, JobState } from '../../protocol/job';
import { onJobEvent, pictureIn } from '../../protocol/events';
import { UserFacingError } from '../../protocol/failure';
import { call } from '../../protocol/messages';
import type { EncodedPicture, PageCalls, Refinement } from '../../protocol/overlay-calls';
import type { StyleSource } from '../../protocol/previews';
import { loadImage, storeImage } from '../../storage/images';
import { loadStyle } from '../../storage/styles';
import { ensureOffscreenDocument, hasOffscreenDocument } from '../offscreen-document';
import { encodePicture } from './encode-picture';
import { paint } from './preview-for-page';

type Order = Parameters<PageCalls['refine']>[0];

/** As large as most pictures are shown on a page, and done in about a minute. */
const SIDE = 512;
const EVALUATIONS = 40;
const RENDITION_SIDE = 768;

/** The job that a page follows, and its newest picture that the page has not asked for yet. Lost with the service worker, and no harm done. */
let followed: { jobId: string; picture: RgbaImage | null } | null = null;
onJobEvent((event) => {
  const picture = pictureIn(event);
  if (picture && followed && followed.jobId === picture.jobId) followed.picture = picture.picture;
});

/** Optimises from the preview on. */
export async function refine(order: Order): Promise<{ id: string }> {
  const start = await paint({ ...order, size: SIDE }, true);
  const request: JobRequest = {
    content: order.image,
    styles: [{ image: await styleImage(order), name: order.style.name, weight: 1, mask: null }],
    mask: null,
    start: start.image,
    size: Math.max(start.width, start.height),
    engine: 'auto',
    settings: { ...defaultSettings, evaluations: EVALUATIONS },
    layer: null,
  };
  return call('offscreen', 'startJob', request);
}

export async function refinement({ id }: { id: string }): Promise<Refinement> {
  await ensureOffscreenDocument();
  const state = (await call('offscreen', 'jobs', null)).find((job) => job.id === id);
  if (!state) throw new UserFacingError('job-gone', 'This picture is no longer being made; refine it again.');
  const { status, progress, failure } = state;
  return {
    status,
    evaluation: progress?.evaluation ?? 0,
    evaluations: progress?.evaluations ?? EVALUATIONS,
    remainingMs: progress?.remainingMs ?? null,
    picture: await newPicture(state),
    failure,
  };
}

export async function cancelRefinement(request: { id: string }): Promise<null> {
  if (await hasOffscreenDocument()) await call('offscreen', 'cancelJob', request);
  return null;
}

async function newPicture({ id, result }: JobState): Promise<EncodedPicture | null> {
  if (result) {
    followed = null;
    return resultPicture(result);
  }
  const picture = followed?.jobId === id ? followed.picture : null;
  followed = { jobId: id, picture: null };
  return picture && encodePicture(picture, 'image/webp');
}

async function resultPicture({ image, width, height }: JobResult): Promise<EncodedPicture> {
  return { bytes: await base64OfBlob(await loadImage(image)), type: 'image/png', width, height };
}

async function styleImage(order: Order): Promise<ImageRef> {
  const { source } = order.style;
  if (source.kind === 'picture') return source.image;
  if (source.kind !== 'learned') return storeImage(await fileOf(source));
  const { image } = await paint({ ...order, strength: 1, size: RENDITION_SIDE }, true);
  if (!image) throw new UserFacingError('no-picture', 'The style was not painted; refine once more.');
  return image;
}

async function fileOf(source: Extract<StyleSource, { kind: 'built-in' | 'own' }>): Promise<Blob> {
  if (source.kind === 'own') return (await loadStyle(source.id)).image;
  return (await fetch(chrome.runtime.getURL(`styles/${source.file}`))).blob();
}
