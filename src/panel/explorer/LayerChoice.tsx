import { computed } from '@preact/signals';
import { networkLayers } from '../../preferences/network';
import { chosenLayer, exploredLayer } from '../state/explorer/explored-picture';
import { hasRole } from '../state/explorer/layer-roles';
import { translate } from '../../texts/translate';

/** The layers of each block; between two blocks the picture is halved. */
const blocks = computed(() => [1, 2, 3, 4, 5].map((block) => networkLayers.value.filter((layer) => layer.startsWith(`relu${block}_`))));

/** One of the network's, in their blocks; the content and style layers of the settings are marked. */
export function LayerChoice() {
  return (
    <div class="layer-choice" role="radiogroup" aria-label={translate`Layer of the network`} data-testid="explored-layer">
      {blocks.value.map((layers) => (
        <div key={layers[0]} class="segmented layer-block">
          {layers.map((layer) => (
            <Layer key={layer} layer={layer} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Layer({ layer }: { layer: string }) {
  return (
    <label data-testid={`explored-layer-${layer}`}>
      <input
        class="visually-hidden"
        type="radio"
        name="explored-layer"
        value={layer}
        checked={layer === exploredLayer.value}
        onChange={() => (chosenLayer.value = layer)}
      />
      <span>{layer}</span>
      <span class="layer-marks">
        {hasRole('contentLayers', layer) && <Mark kind="content" name={translate`content layer`} />}
        {hasRole('styleLayers', layer) && <Mark kind="style" name={translate`style layer`} />}
      </span>
    </label>
  );
}

function Mark({ kind, name }: { kind: 'content' | 'style'; name: string }) {
  return (
    <span class={`layer-mark ${kind}`} title={name}>
      <span class="visually-hidden">, {name}</span>
    </span>
  );
}
