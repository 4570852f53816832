import { computed, signal } from '@preact/signals';
import { vggLayerNames } from '../nst/model/vgg';
import type { ChosenNetwork } from '../protocol/networks';
import { loadChosenNetwork, saveChosenNetwork } from '../storage/networks';
import { onChange, tellChange } from './changes';

/** What new pictures are made with; null is the network that comes with Brushover. */
export const chosenNetwork = signal<ChosenNetwork | null>(null);
/** Of that network, shallow to deep. */
export const networkLayers = computed((): readonly string[] => vggLayerNames(chosenNetwork.value?.vgg ?? 'vgg16'));

/** Also follows the choice of other pages. */
export async function restoreNetwork(): Promise<void> {
  await readNetwork();
  onChange('network', () => void readNetwork());
}

export async function chooseNetwork(chosen: ChosenNetwork | null): Promise<void> {
  chosenNetwork.value = chosen;
  await saveChosenNetwork(chosen);
  tellChange('network');
}

async function readNetwork(): Promise<void> {
  // Where storage fails, the network that comes with Brushover paints.
  chosenNetwork.value = await loadChosenNetwork().catch(() => null);
}
