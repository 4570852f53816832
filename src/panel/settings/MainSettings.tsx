import { Segmented } from '../../ui/Segmented';
import { changeSettings, settings } from '../../preferences/settings';
import { PANEL_SETTINGS } from '../../preferences/panel-settings';
import { NotifySwitch } from '../../preferences/NotifySwitch';
import { choicesOf, Row, SwitchSetting } from '../../preferences/fields';
import { StrengthSlider } from './StrengthSlider';

const QUALITIES = [
  [40, 'Quick'],
  [70, 'Good'],
  [200, 'Best'],
] as const;
const LAYER_SIZE = 0;
const SIZES = [
  [256, '256'],
  [384, '384'],
  [512, '512'],
  [768, '768'],
  [LAYER_SIZE, 'Full'],
] as const;

/** The six that matter most, each in one row. */
export function MainSettings() {
  return (
    <div class="main-settings">
      <Row setting="styleWeight">
        <StrengthSlider />
      </Row>
      <ChoiceRow setting="strokeSize" />
      <Row setting="evaluations" label="Quality">
        <Segmented
          label="Quality"
          name="quality"
          value={settings.value.evaluations}
          choices={QUALITIES}
          onChange={(evaluations) => changeSettings({ evaluations })}
        />
      </Row>
      <Row setting="size">
        <Segmented
          label="Size in pixels, longest side"
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
        label={PANEL_SETTINGS[setting].label}
        name={setting}
        value={settings.value[setting]}
        choices={choicesOf(setting)}
        onChange={(value) => changeSettings({ [setting]: value })}
      />
    </Row>
  );
}
