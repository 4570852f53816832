import { defaultSettings } from '../../nst/settings';
import { continuing } from '../../protocol/continuing';
import { UserFacingError } from '../../protocol/failure';
import type { JobRequest } from '../../protocol/job';
import type { ImageRef } from '../../protocol/layer';
import { call } from '../../protocol/messages';
import type { RefineOrder } from '../../protocol/overlay-calls';
import type { StyleSource } from '../../protocol/previews';
import { storeImage } from '../../storage/images';
import { loadChosenNetwork } from '../../storage/networks';
import { loadStyle } from '../../storage/styles';
import { paint } from './preview-for-page';

/** From the preview on, at one scale: a coarser one would begin with a picture that is worse than the preview (decision 0094). */
const EVALUATIONS = 25;
const PAINTED_STYLE_SIDE = 768;

/** The run that a page asks for, but for the preview that it may begin with. */
export async function refineRequest(order: RefineOrder): Promise<JobRequest> {
  if (order.from !== null) return continuing(await finished(order.from), order.size);
  return {
    content: order.image,
    styles: [{ image: await styleImage(order), name: order.style.name, weight: 1, mask: null }],
    mask: null,
    start: null,
    size: order.size,
    engine: 'auto',
    settings: { ...defaultSettings, scales: [{ scale: 1, evaluations: EVALUATIONS }] },
    network: (await loadChosenNetwork())?.id ?? null,
    layer: null,
  };
}

async function finished(id: string) {
  const state = await call('offscreen', 'job', { id });
  if (state?.result) return state;
  throw new UserFacingError('job-gone', 'The picture to go on from is no longer in the history; refine the preview anew.');
}

async function styleImage(order: RefineOrder): Promise<ImageRef> {
  const { source } = order.style;
  if (source.kind === 'picture') return source.image;
  if (source.kind !== 'learned') return storeImage(await fileOf(source));
  const { image } = await paint({ ...order, size: PAINTED_STYLE_SIDE }, true);
  if (!image) throw new UserFacingError('no-picture', 'The style was not painted; refine once more.');
  return image;
}

async function fileOf(source: Extract<StyleSource, { kind: 'built-in' | 'own' }>): Promise<Blob> {
  if (source.kind === 'own') return (await loadStyle(source.id)).image;
  return (await fetch(chrome.runtime.getURL(`styles/${source.file}`))).blob();
}
