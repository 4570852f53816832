import { Segmented } from '../../ui/Segmented';
import { changeSettings, settings } from '../../preferences/settings';
import { NotifySwitch } from '../../preferences/NotifySwitch';
import { choicesOf, Row, SwitchSetting } from '../../preferences/fields';
import { labelOf } from '../../preferences/setting-texts';
import { QualityRow, SizeRow } from '../../preferences/rows';
import { StrengthSlider } from './StrengthSlider';

/** The six that matter most, each in one row. */
export function MainSettings() {
  return (
    <div class="main-settings">
      <Row setting="styleWeight">
        <StrengthSlider />
      </Row>
      <ChoiceRow setting="strokeSize" />
      <QualityRow />
      <SizeRow />
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
