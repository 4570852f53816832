import { computed, signal } from '@preact/signals';

import { atLayerSize } from '../../picture-files/layers/at-layer-size';
import { isLayeredFile, openLayeredFile, type FileLayer, type LayeredFile } from '../../picture-files/layers/layered-file';
import { layerNameOf } from '../../protocol/job';
import type { ImageRef } from '../../protocol/layer';
import { failureOf, UserFacingError } from '../../protocol/failure';
import { loadImage, storeImage } from '../../storage/images';
import { saveFile } from '../../ui/save-file';
import { job } from './job';
import { resultError, resultNotice, shownPicture } from './result';
import type { Source } from './source';

interface OpenedFile {
  name: string;
  file: LayeredFile;
  chosen: FileLayer;
  /** Layers that were looked at, by the key of their picture. */
  taken: ReadonlyMap<ImageRef, FileLayer>;
}

/** A Photoshop or OpenRaster file whose layers can be chosen, as long as the panel is open. */
export const openedFile = signal<OpenedFile | null>(null);
/** The layer of that file which the job that is shown was made from. */
export const layerOfJob = computed(() => openedFile.value?.taken.get(job.value?.request.content ?? '') ?? null);

/** Its topmost layer as content; null for an ordinary picture. Rejects with a UserFacingError. */
export async function openLayers(blob: Blob, name: string): Promise<Source | null> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const file = isLayeredFile(bytes) ? await openLayeredFile(bytes, `“${name}”`) : null;
  if (!file) return null;
  const [chosen] = file.layers;
  if (!chosen) throw new UserFacingError('no-layers', `“${name}” has no layer with pixels; paint one first, or flatten a copy.`);
  openedFile.value = { name, file, chosen, taken: new Map() };
  return sourceOf(chosen);
}

export async function sourceOf(layer: FileLayer): Promise<Source> {
  const opened = openedFile.value!;
  const { encodeWhole } = await import('../../picture-files/codec');
  const image = await storeImage(encodeWhole(opened.file.pictureOf(layer)));
  openedFile.value = { ...opened, chosen: layer, taken: new Map([...opened.taken, [image, layer]]) };
  return { image, name: layer.path, origin: opened.name, width: layer.width, height: layer.height, layer: null };
}

/** The file with the picture that is shown as a layer right above its own, as a download: the file itself stays as it is. */
export async function saveWithResult(): Promise<void> {
  const [opened, layer, state] = [openedFile.value, layerOfJob.value, job.value];
  if (!opened || !layer || !state) return;
  resultError.value = null;
  resultNotice.value = null;
  try {
    const { decodeImage } = await import('../../picture-files/codec');
    const content = await decodeImage(await loadImage(state.request.content), 'The layer');
    const generated = await decodeImage(await shownPicture(state), 'The result');
    const picture = atLayerSize(content, generated);
    const bytes = await opened.file.withLayerAbove(layer, picture, layerNameOf(state.request));
    const name = opened.name.replace(/(\.\w+)$/, '-brushover$1');
    saveFile(new Blob([bytes as BlobPart]), name);
    resultNotice.value = `Saved as ${name}, with “${layerNameOf(state.request)}” above “${layer.path}”.`;
  } catch (error) {
    resultError.value = failureOf(error).message;
  }
}
