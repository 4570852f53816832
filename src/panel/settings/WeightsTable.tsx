import { NumberInput } from '../../ui/NumberInput';
import type { Weights } from '../../nst/schema/setting-kinds';
import { PANEL_SETTINGS, type PanelSettings, type SettingKey } from '../../preferences/panel-settings';
import { networkLayers } from '../../preferences/network';
import { changeSettings, resets, settings as values } from '../../preferences/settings';
import { Problem, problemId } from '../../preferences/fields';
import { explanationOf, labelOf } from '../../preferences/setting-texts';
import { translate, translateText } from '../../texts/translate';

type WeightsKey = { [Key in SettingKey]: PanelSettings[Key] extends Weights ? Key : never }[SettingKey];

/** Columns of one table. */
const HEADINGS: Partial<Record<WeightsKey, string>> = {
  contentLayers: translate`Content`,
  contentLosses: translate`Content`,
  styleLayers: translate`Style`,
  styleLosses: translate`Style`,
};

export function isWeights(setting: SettingKey): setting is WeightsKey {
  return PANEL_SETTINGS[setting].kind === 'weights';
}

/** A row for every name that any of the settings weighs, and a column for each of them. */
export function WeightsTable({ settings }: { settings: readonly WeightsKey[] }) {
  const rows = new Map(settings.flatMap((setting) => Object.entries(namesOf(setting)).filter(([name]) => isShown(setting, name))));
  return (
    <>
      <table class="layers">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{translate`Compared`}</span>
            </th>
            {settings.map((setting) => (
              <th key={setting} scope="col" title={explanationOf(setting)}>
                {settings.length > 1 ? HEADINGS[setting] : translate`Weight`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows].map(([name, text]) => (
            <tr key={name}>
              <th scope="row">{translateText(text)}</th>
              {settings.map((setting) => (
                <WeightCell key={setting} setting={setting} name={name} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {settings.map((setting) => (
        <Problem key={setting} setting={setting} />
      ))}
    </>
  );
}

function WeightCell({ setting, name }: { setting: WeightsKey; name: string }) {
  const text = namesOf(setting)[name];
  if (text === undefined) return <td />;
  const weights: Weights = values.value[setting];
  const weight = weights[name] ?? null;
  const bad = weight !== null && !(weight >= 0);
  return (
    <td data-setting={setting}>
      <NumberInput
        key={resets.value}
        value={weight}
        empty={null}
        placeholder="–"
        label={`${labelOf(setting)}: ${translateText(text)}`}
        problemId={bad ? problemId(setting) : undefined}
        testId={`${setting}-${name}`}
        onChange={(entered) => changeSettings({ [setting]: withWeight(weights, name, entered) })}
      />
    </td>
  );
}

/** Layers of another network are shown only as long as something stands in them. */
function isShown(setting: WeightsKey, name: string): boolean {
  const isLayer = setting === 'contentLayers' || setting === 'styleLayers';
  return !isLayer || networkLayers.value.includes(name) || name in values.value[setting];
}

function namesOf(setting: WeightsKey): Readonly<Record<string, string>> {
  return PANEL_SETTINGS[setting].names;
}

/** Without the name if the weight is null. */
export function withWeight(weights: Weights, name: string, weight: number | null): Weights {
  const others = Object.entries(weights).filter(([other]) => other !== name);
  return Object.fromEntries(weight === null ? others : [...others, [name, weight]]);
}
