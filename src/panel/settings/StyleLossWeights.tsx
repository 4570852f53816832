import { NumberInput } from '../components/NumberInput';
import { STYLE_LOSSES, type StyleLossName } from '../../nst/settings';
import { choiceTexts, settingTexts } from '../state/settings/setting-texts';
import { changeSettings, resets, settings } from '../state/settings/settings';
import { Problem, problemId } from './fields';
import { withWeight } from './LayerTable';

/** The weight of every term of the style loss. */
export function StyleLossWeights() {
  return (
    <>
      <p class="explanation">{settingTexts.styleLosses.explanation} Empty leaves a term out.</p>
      <table class="layers">
        <tbody>
          {STYLE_LOSSES.map((name) => (
            <tr key={name}>
              <th scope="row">{choiceTexts.styleLosses[name]}</th>
              <WeightCell name={name} />
            </tr>
          ))}
        </tbody>
      </table>
      <Problem setting="styleLosses" />
    </>
  );
}

function WeightCell({ name }: { name: StyleLossName }) {
  const weights = settings.value.styleLosses;
  const weight = weights[name] ?? null;
  const bad = weight !== null && !(weight >= 0);
  return (
    <td>
      <NumberInput
        key={resets.value}
        value={weight}
        empty={null}
        placeholder="–"
        label={`${settingTexts.styleLosses.label}: ${choiceTexts.styleLosses[name]}`}
        problemId={bad ? problemId('styleLosses') : undefined}
        testId={`styleLosses-${name}`}
        onChange={(entered) => changeSettings({ styleLosses: withWeight(weights, name, entered) })}
      />
    </td>
  );
}
