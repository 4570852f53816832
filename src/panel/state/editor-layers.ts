import { computed, effect, signal } from '@preact/signals';
import type { EditorLayers } from '../../protocol/layer';
import { call } from '../../protocol/messages';
import { source } from './source';

/** What the editor told last, and of which tab. */
const told = signal<{ tabId: number; list: EditorLayers } | null>(null);

/** The layers that may be captured instead of the one that is shown; null where there is no choice, or none is known. */
export const editorLayers = computed((): EditorLayers | null => {
  const layer = source.value?.layer;
  const list = told.value && layer && told.value.tabId === layer.tabId ? told.value.list : null;
  const isListed = list?.layers.some(({ layerId }) => layerId === layer?.layerId) ?? false;
  return list && isListed && list.layers.length > 1 ? list : null;
});

/** Asks whenever a layer was captured. */
export function followEditorLayers(): () => void {
  return effect(() => {
    if (source.value?.layer) void listEditorLayers();
  });
}

/** A list is a help and no more: what hinders it will be said when a layer is captured. */
export async function listEditorLayers(): Promise<void> {
  const tabId = source.peek()?.layer?.tabId;
  if (tabId === undefined) return;
  const list = await call('background', 'editorLayers', { tabId }).catch(() => null);
  told.value = list && { tabId, list };
}
