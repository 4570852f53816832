import { computed, signal } from '@preact/signals';
import type { EnteredPicture } from '../../picture-entry/enter-picture';
import type { FileLayer } from '../../picture-files/layers/layered-file';
import type { CapturedLayer, ImageRef } from '../../protocol/layer';
import { failureOf } from '../../protocol/failure';
import { loadImage, storeImage } from '../../storage/images';
import { createPictureUrl } from '../components/picture-url';
import { captureWithPatience } from './capture';
import { openLayers, sourceOf } from './layered-file';
import { targetTabId } from './target-tab';
import { translate } from '../../texts/translate';

/** The content: a captured layer, or an image that was opened. */
export interface Source {
  image: ImageRef;
  name: string;
  /** Where it comes from, for people. */
  origin: string;
  width: number;
  height: number;
  layer: CapturedLayer | null;
  /** What else is to say of it. */
  note?: string | null;
}

export const source = signal<Source | null>(null);
export const sourceError = signal<string | null>(null);
export const sourceBusy = signal<'capture' | 'open' | null>(null);
const picture = createPictureUrl();
export const sourceUrl = computed(() => picture.url.value);

export async function captureLayer(): Promise<void> {
  await replaceSource('capture', async () => sourceOfLayer(await captureWithPatience({ tabId: await targetTabId() })));
}

/** The layer that is shown, whichever is current in the editor by now: after an insertion that is the new one. */
export async function captureAgain(): Promise<void> {
  const layer = source.value?.layer;
  if (layer) await captureWanted(layer);
}

/** Another layer of the editor that the shown one came from. */
export async function captureWanted({
  document,
  layerId,
  layerName,
}: Pick<CapturedLayer, 'document' | 'layerId' | 'layerName'>): Promise<void> {
  const tabId = source.value?.layer?.tabId;
  if (tabId === undefined) return;
  const request = { tabId, wanted: { document, layerId, layerName } };
  await replaceSource('capture', async () => sourceOfLayer(await captureWithPatience(request)));
}

export async function openImage(file: Blob, name: string): Promise<void> {
  await replaceSource('open', async () => {
    const layer = await openLayers(file, name);
    if (layer) return layer;
    const { enterPicture } = await import('../../picture-entry/enter-picture');
    const entered = await enterPicture(file);
    const { width, height } = entered;
    return {
      image: await storeImage(entered.file),
      name,
      origin: translate`Image file`,
      width,
      height,
      layer: null,
      note: noteOn(entered),
    };
  });
}

function noteOn({ several }: EnteredPicture): string | null {
  if (several === null) return null;
  return several === 'pages'
    ? translate`The file has several pages; this is the first.`
    : translate`The file moves; this is its first frame.`;
}

/** Another layer of the file that is open. */
export async function chooseFileLayer(layer: FileLayer): Promise<void> {
  await replaceSource('open', () => sourceOf(layer));
}

/** A picture of a page, stored already. */
export async function showPagePicture({ image, name, width, height }: Omit<Source, 'origin' | 'layer' | 'note'>): Promise<void> {
  await replaceSource('open', () => ({ image, name, origin: translate`Picture of a page`, width, height, layer: null }));
}

/** What was worked on when the panel was closed; if its picture is gone, nothing. */
export async function showSource(last: Source): Promise<void> {
  await replaceSource('open', () => last);
  sourceError.value = null;
}

/** What a running or finished job works on, after the panel was closed and opened. */
export async function restoreSource(image: ImageRef, layer: CapturedLayer | null): Promise<void> {
  await replaceSource('open', async () => {
    if (layer) return sourceOfLayer(layer);
    const { decodeImage } = await import('../../picture-files/codec');
    const { width, height } = await decodeImage(await loadImage(image));
    return { image, name: translate`Image`, origin: translate`Image file`, width, height, layer: null };
  });
}

function sourceOfLayer(layer: CapturedLayer): Source {
  return { image: layer.image, name: layer.layerName, origin: layer.editorTitle, width: layer.width, height: layer.height, layer };
}

/** A failure leaves the last source as it was. */
async function replaceSource(busy: 'capture' | 'open', find: () => Source | Promise<Source>): Promise<void> {
  sourceBusy.value = busy;
  sourceError.value = null;
  try {
    const found = await find();
    picture.show(await loadImage(found.image));
    source.value = found;
  } catch (error) {
    sourceError.value = failureOf(error).message;
  } finally {
    sourceBusy.value = null;
  }
}
