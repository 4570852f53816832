import { computed } from '@preact/signals';
import type { CapturedLayer } from '../../protocol/layer';
import { insertedAbove } from './insert';
import { job } from './job';
import { source } from './source';

/** Whether a new layer lies above the one that is shown, so that it is no longer the current one in the editor. */
export const hasResultAbove = computed(() => {
  const layer = source.value?.layer;
  return Boolean(layer && (isPutByHand(layer) || isPutByItself(layer)));
});

function isPutByHand({ tabId, layerId }: CapturedLayer): boolean {
  const last = insertedAbove.value;
  return last !== null && last.tabId === tabId && last.above === layerId;
}

/** By the service worker, as soon as the run was over. */
function isPutByItself({ tabId, layerId }: CapturedLayer): boolean {
  const { request, insertion } = job.value ?? {};
  return insertion?.outcome?.way === 'layer' && request?.layer?.tabId === tabId && request.layer.layerId === layerId;
}
