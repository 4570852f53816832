import { computed, signal } from '@preact/signals';
import { SETTINGS } from '../../../nst/settings';
import { networkLayers } from '../../../preferences/network';
import type { PictureSource } from '../../../protocol/explorer';
import { translate } from '../../../texts/translate';
import { isRunning } from '../job';
import { source, sourceUrl } from '../source';
import { selectedStyle } from '../styles/styles';

/** Of any network, shallow to deep. */
export const LAYERS: readonly string[] = Object.keys(SETTINGS.contentLayers.names);

/** Which of the chosen pictures is looked at. */
export const exploredKind = signal<'layer' | 'style'>('layer');
export const chosenLayer = signal('relu3_1');
/** One that the network lacks was chosen in another. */
export const exploredLayer = computed(() => (networkLayers.value.includes(chosenLayer.value) ? chosenLayer.value : 'relu3_1'));

export const exploredSource = computed((): PictureSource | null => {
  if (exploredKind.value === 'layer') return source.value && { kind: 'picture', image: source.value.image };
  const style = selectedStyle.value?.source ?? null;
  return style?.kind === 'learned' ? null : style;
});

/** The picture itself, for <img>. */
export const exploredUrl = computed(() => {
  if (!exploredSource.value) return null;
  return exploredKind.value === 'layer' ? sourceUrl.value : (selectedStyle.value?.imageUrl ?? null);
});

/** What must happen before a layer can be looked at; null if nothing. */
export const explorerBlocker = computed((): string | null => {
  if (isRunning.value) return translate`A picture is being made; the layers can be looked at when it is done.`;
  if (exploredSource.value) return null;
  if (exploredKind.value === 'layer') return translate`Capture a layer or open an image, to see what the network sees in it.`;
  return selectedStyle.value
    ? translate`This style was learned by a network and has no picture; choose a style that has one.`
    : translate`Choose a style, to see what the network sees in it.`;
});
