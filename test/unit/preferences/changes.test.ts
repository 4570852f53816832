import '../panel/fake-extension-api';
import { onChange, tellChange } from '../../../src/preferences/changes';
import { defaultPanelSettings } from '../../../src/preferences/panel-settings';
import { addPresets, ownPresets, restorePresets } from '../../../src/preferences/presets';
import { restoreSettings, settings } from '../../../src/preferences/settings';
import { stored } from '../panel/fake-extension-api';

/** Another page of the extension. */
const other = new BroadcastChannel('brushover-changes');

const until = (isTrue: () => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => (isTrue() ? resolve() : setTimeout(look, 5));
    look();
  });

afterAll(() => other.close());

test('what another page has set is taken, and not told again', async () => {
  const told: unknown[] = [];
  other.onmessage = ({ data }) => void told.push(data);
  await restoreSettings();
  stored.panelSettings = { ...defaultPanelSettings, seed: 77 };
  other.postMessage('settings');
  await until(() => settings.value.seed === 77);
  tellChange('styles');
  await until(() => told.length > 0);
  expect(told).toEqual(['styles']);
});

test('only what is listened to is heard, until it is no longer', async () => {
  let heard = 0;
  const stop = onChange('styles', () => heard++);
  let others = 0;
  onChange('presets', () => others++);
  other.postMessage('styles');
  other.postMessage('presets');
  await until(() => others === 1);
  stop();
  other.postMessage('styles');
  other.postMessage('presets');
  await until(() => others === 2);
  expect(heard).toBe(1);
});

test('presets of a file replace none: those whose name is taken get a number, those that are here already stay', async () => {
  stored.panelPresets = [{ name: 'Mine', settings: { ...defaultPanelSettings, seed: 1 } }];
  await restorePresets();
  const added = [
    { name: 'Mine', settings: { ...defaultPanelSettings, styleWeight: 3 } },
    { name: 'Mine', settings: { ...defaultPanelSettings, seed: 1 } },
    { name: 'Poster', settings: { ...defaultPanelSettings, styleWeight: 4 } },
  ];
  await addPresets(added);
  expect(ownPresets.value.map(({ name, settings: { styleWeight } }) => [name, styleWeight])).toEqual([
    ['Mine', 1],
    ['Mine (2)', 3],
    ['Poster (2)', 4],
  ]);
});
