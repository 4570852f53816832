import { Segmented } from '../../ui/Segmented';
import { changeSettings, settings } from '../../preferences/settings';
import { NotifySwitch } from '../../preferences/NotifySwitch';
import { choicesOf, Row, SwitchSetting } from '../../preferences/fields';
import { labelOf } from '../../preferences/setting-texts';
import { StrengthSlider } from './StrengthSlider';
import { translate } from '../../texts/translate';

const QUALITIES = [
  [40, translate`Quick`],
  [70, translate`Good`],
  [200, translate`Best`],
] as const;
const LAYER_SIZE = 0;
const SIZES = [
  [256, '256'],
  [384, '384'],
  [512, '512'],
  [768, '768'],
  [LAYER_SIZE, translate`Full`],
] as const;

/** The six that matter most, each in one row. */
export function MainSettings() {
  return (
    <div class="main-settings">
      <Row setting="styleWeight">
        <StrengthSlider />
      </Row>
      <ChoiceRow setting="strokeSize" />
      <Row setting="evaluations" label={translate`Quality`}>
        <Segmented
          label={translate`Quality`}
          name="quality"
          value={settings.value.evaluations}
          choices={QUALITIES}
          onChange={(evaluations) => changeSettings({ evaluations })}
        />
      </Row>
      <Row setting="size">
        <Segmented
          label={translate`Size in pixels, longest side`}
          name="size"
          value={settings.value.size ?? LAYER_SIZE}
          choices={SIZES}
          onChange={(size) => changeSettings({ size: size === LAYER_SIZE ? null : size })}
        />
      </Row>
      <ChoiceRow setting="keepColors" />
      <ChoiceRow setting="init" />
      <SwitchSetting setting="insertWhenFinished" />
      <NotifySwitch />
    </div>
  );
}

function ChoiceRow({ setting }: { setting: 'strokeSize' | 'keepColors' | 'init' }) {
  return (
    <Row setting={setting}>
      <Segmented
        label={labelOf(setting)}
        name={setting}
        value={settings.value[setting]}
        choices={choicesOf(setting)}
        onChange={(value) => changeSettings({ [setting]: value })}
      />
    </Row>
  );
}
