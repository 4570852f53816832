import { NumberInput } from '../components/NumberInput';
import type { LayerWeights } from '../../nst/settings';
import { CONTENT_LAYERS, STYLE_LAYERS } from '../state/settings/layers';
import { settingTexts } from '../state/settings/setting-texts';
import { changeSettings, resets, settings } from '../state/settings/settings';
import { Problem, problemId } from './fields';

type LayerSetting = 'contentLayers' | 'styleLayers';

const ROWS = [...new Set([...STYLE_LAYERS, ...CONTENT_LAYERS])].sort();
const LAYERS: Record<LayerSetting, readonly string[]> = { contentLayers: CONTENT_LAYERS, styleLayers: STYLE_LAYERS };

/** λ of every layer of the network that a loss may look at. */
export function LayerTable() {
  return (
    <>
      <p class="explanation">
        Weight of each layer of the network, shallow (fine texture) to deep (large shapes); empty leaves a layer out.
      </p>
      <table class="layers">
        <thead>
          <tr>
            <th scope="col">Layer</th>
            <th scope="col">Content</th>
            <th scope="col">Style</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((layer) => (
            <tr key={layer}>
              <th scope="row">{layer}</th>
              <LayerCell setting="contentLayers" layer={layer} />
              <LayerCell setting="styleLayers" layer={layer} />
            </tr>
          ))}
        </tbody>
      </table>
      <Problem setting="contentLayers" />
      <Problem setting="styleLayers" />
    </>
  );
}

function LayerCell({ setting, layer }: { setting: LayerSetting; layer: string }) {
  if (!LAYERS[setting].includes(layer)) return <td />;
  const weights = settings.value[setting];
  const weight = weights[layer] ?? null;
  const bad = weight !== null && !(weight >= 0);
  return (
    <td>
      <NumberInput
        key={resets.value}
        value={weight}
        empty={null}
        placeholder="–"
        label={`${settingTexts[setting].label}: ${layer}`}
        problemId={bad ? problemId(setting) : undefined}
        testId={`${setting}-${layer}`}
        onChange={(entered) => changeSettings({ [setting]: withWeight(weights, layer, entered) })}
      />
    </td>
  );
}

/** Without the name if the weight is null. */
export function withWeight(weights: LayerWeights, name: string, weight: number | null): LayerWeights {
  const others = Object.entries(weights).filter(([other]) => other !== name);
  return Object.fromEntries(weight === null ? others : [...others, [name, weight]]);
}
