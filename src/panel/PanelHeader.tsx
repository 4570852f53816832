import browser from 'webextension-polyfill';
import { Button } from '../ui/Button';
import { translate } from '../texts/translate';

export function PanelHeader() {
  return (
    <header class="panel-header">
      <h1>Brushover</h1>
      <Button
        icon="gear"
        kind="quiet"
        testId="open-options"
        label={translate`Options`}
        onClick={() => void browser.runtime.openOptionsPage()}
      />
    </header>
  );
}
