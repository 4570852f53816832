import { effect } from '@preact/signals';
import * as v from 'valibot';
import type { CapturedLayer } from '../../protocol/layer';
import { loadDesk, saveDesk } from '../../storage/desks';
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
});

/** Brings back the layer, the mix and the selection that the panel of this tab worked with, and keeps them from now on. */
export async function restoreDesk(): Promise<void> {
  const key = `tab-${await targetTabId().catch(() => 'none')}`;
  const stored = v.safeParse(deskSchema, await loadDesk(key).catch(() => null));
  if (stored.success) {
    const { source: last, mix: lastMix, onlySelection: limited } = stored.output;
    onlySelection.value = limited;
    if (lastMix) restoreMix(lastMix);
    if (last && !source.value) await showSource(last as unknown as Source);
  }
  effect(() => {
    const value = { source: source.value, mix: mix.value, onlySelection: onlySelection.value };
    void saveDesk(key, value, picturesOf(value.source)).catch(() => undefined);
  });
}

function picturesOf(from: Source | null): string[] {
  const ofLayer = (layer: CapturedLayer): string[] => [layer.image, ...(layer.selectionMask ? [layer.selectionMask] : [])];
  return from ? [from.image, ...(from.layer ? ofLayer(from.layer) : [])] : [];
}
