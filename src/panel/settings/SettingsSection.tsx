import { Button } from '../../ui/Button';
import { resetSettings, settings } from '../../preferences/settings';
import { defaultPanelSettings } from '../../preferences/panel-settings';
import { sameValue } from '../../preferences/same-value';
import { AdvancedSettings } from './AdvancedSettings';
import { MainSettings } from './MainSettings';
import { Presets } from './Presets';
import { translate } from '../../texts/translate';

export function SettingsSection() {
  const changed = !sameValue(settings.value, defaultPanelSettings);
  return (
    <section class="card" data-testid="settings">
      <header class="section-header">
        <h2>{translate`Settings`}</h2>
        <Button icon="reset" kind="quiet" testId="reset-settings" disabled={!changed} onClick={resetSettings}>
          {translate`Reset to defaults`}
        </Button>
      </header>
      <Presets />
      <MainSettings />
      <AdvancedSettings />
    </section>
  );
}
