import type { JobRequest } from '../../../protocol/job';
import type { ImageRef } from '../../../protocol/layer';
import { translate } from '../../../texts/translate';
import { selectionMask } from '../selection';
import { source } from '../source';
import { loadMask, maskSize } from './mask-pictures';
import { commitMask, masks, type MaskKind } from './masks';

/**
 * Takes the masks of an earlier run, each as one step of undo: on the same picture, since those of another one lie elsewhere.
 * Returns a sentence about it; null where neither that run nor the present picture was painted.
 */
export async function restorePainted(request: JobRequest): Promise<string | null> {
  const from = source.value;
  const painted = await paintedMasks(request);
  const isPainted = painted.some(([, ref]) => ref);
  if (from?.image !== request.content)
    return isPainted ? translate`The settings are taken. What was painted belongs to another picture and is left out.` : null;
  if (!isPainted && !painted.some(([kind]) => masks.value[kind])) return null;
  const { width, height } = maskSize(from);
  const restored = await Promise.all(
    painted.map(async ([kind, ref]) => [kind, ref ? await loadMask(ref, width, height) : undefined] as const),
  );
  for (const [kind, mask] of restored) if (mask || masks.value[kind]) commitMask(kind, mask);
  return translate`The settings are taken, and what was painted for them; the brush’s Undo brings back what was painted before.`;
}

/** A mask that the editor's selection gives was not painted. */
async function paintedMasks({ mask, keepMask, styles, layer }: JobRequest): Promise<[MaskKind, ImageRef | null][]> {
  const selected = mask ? await selectionMask(layer) : null;
  return [
    ['strength', mask === selected ? null : mask],
    ['keep', keepMask ?? null],
    ['style1', styles[0]?.mask ?? null],
    ['style2', styles[1]?.mask ?? null],
  ];
}
