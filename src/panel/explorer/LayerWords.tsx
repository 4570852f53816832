import { explored } from '../state/explorer/explorer';
import { exploredLayer } from '../state/explorer/explored-picture';
import { translate } from '../../texts/translate';
import { LAYER_TEXTS } from './layer-texts';

/** What the chosen layer sees, in a sentence, and its figures once they are known. */
export function LayerWords() {
  const layer = explored.value;
  return (
    <div class="layer-words" data-testid="layer-words">
      <p>{LAYER_TEXTS[exploredLayer.value]}</p>
      <p class="explanation">
        {layer ? translate`It has ${layer.channels} channels; each of its points sees ${layer.sees} × ${layer.sees} pixels.` : ' '}
      </p>
    </div>
  );
}
