import { effect } from '@preact/signals';
import * as v from 'valibot';
import type { CapturedLayer } from '../../protocol/layer';
import { loadDesk, saveDesk } from '../../storage/desks';
import { maskRefs, restoreMasks } from './brush/masks';
import { onlySelection } from './selection';
import { showSource, source, type Source } from './source';
import { mix, restoreMix } from './styles/mix';
import { targetTabId } from './target-tab';

/** Written by this or an older version: what does not fit is left out. */
const deskSchema = v.object({
  source: v.nullable(
    v.looseObject({
      image: v.string(),
      name: v.string(),
      origin: v.string(),
      width: v.number(),
      height: v.number(),
      layer: v.nullable(v.looseObject({ tabId: v.number() })),
    }),
  ),
  mix: v.nullable(v.object({ second: v.nullable(v.string()), percent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)) })),
  onlySelection: v.boolean(),
  masks: v.optional(v.partial(v.object({ strength: v.string(), keep: v.string(), style1: v.string(), style2: v.string() }))),
});

/** Brings back the layer, the mix and the selection that the panel of this tab worked with, and keeps them from now on. */
export async function restoreDesk(): Promise<void> {
  const key = `tab-${await targetTabId().catch(() => 'none')}`;
  const stored = v.safeParse(deskSchema, await loadDesk(key).catch(() => null));
  if (stored.success) {
    const { source: last, mix: lastMix, onlySelection: limited, masks } = stored.output;
    onlySelection.value = limited;
    if (lastMix) restoreMix(lastMix);
    if (last && !source.value) {
      await showSource(last as unknown as Source);
      if (masks && source.value) await restoreMasks(masks, last);
    }
  }
  effect(() => {
    const value = { source: source.value, mix: mix.value, onlySelection: onlySelection.value, masks: maskRefs.value };
    void saveDesk(key, value, [...picturesOf(value.source), ...Object.values(value.masks)]).catch(() => undefined);
  });
}

function picturesOf(from: Source | null): string[] {
  const ofLayer = (layer: CapturedLayer): string[] => [layer.image, ...(layer.selectionMask ? [layer.selectionMask] : [])];
  return from ? [from.image, ...(from.layer ? ofLayer(from.layer) : [])] : [];
}
