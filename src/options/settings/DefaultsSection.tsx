import { SwitchSetting } from '../../preferences/fields';
import { NotifySwitch } from '../../preferences/NotifySwitch';
import { QualityRow, SizeRow } from '../../preferences/rows';
import { Section } from '../Section';
import { translate } from '../../texts/translate';

/** The panel's own settings: a change here is one there, and the other way round. */
export function DefaultsSection() {
  return (
    <Section
      id="defaults"
      title={translate`Defaults`}
      lead={translate`What every new picture begins with; the panel shows the same settings.`}
    >
      <SizeRow />
      <QualityRow />
      <SwitchSetting setting="insertWhenFinished" />
      <NotifySwitch />
    </Section>
  );
}
