import { computed, signal } from '@preact/signals';
import { failureOf } from '../../../protocol/failure';
import type { Findable } from '../../../protocol/found-masks';
import { call } from '../../../protocol/messages';
import { source } from '../source';
import { paintedKind } from './brush';
import { loadMask, maskSize } from './mask-pictures';
import type { Mask } from './mask-drawing';
import { brushError, commitMask, masks } from './masks';

/** What is being looked for. */
export const finding = signal<Findable | null>(null);
const lastFound = signal<{ what: Findable; mask: Mask } | null>(null);
/** What the present mask is, until it is painted over or taken back. */
export const found = computed(() => (lastFound.value?.mask === masks.value[paintedKind.value] ? (lastFound.value?.what ?? null) : null));

/** The mask that is painted becomes what is found in the layer, as one step of undo. */
export async function findInLayer(what: Findable): Promise<void> {
  const from = source.value;
  const kind = paintedKind.value;
  if (!from || finding.value) return;
  finding.value = what;
  brushError.value = null;
  try {
    const { image } = await call('background', 'findMask', { image: from.image, what });
    const { width, height } = maskSize(from);
    const mask = await loadMask(image, width, height);
    if (source.value?.image !== from.image) return;
    commitMask(kind, mask);
    lastFound.value = { what, mask };
  } catch (error) {
    if (source.value?.image === from.image) brushError.value = failureOf(error).message;
  } finally {
    finding.value = null;
  }
}
