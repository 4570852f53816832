/** Keyboard shortcuts, against the extension API at its border. */
import { openSidePanel } from './fake-extension-api';
import { readFileSync } from 'node:fs';
import { answerCommand } from '../../../src/background/commands';
import { takeFromInbox } from '../../../src/storage/inbox';
import { firefoxManifest } from '../../../tools/build/firefox-manifest';

const tab = { id: 7, windowId: 1 } as chrome.tabs.Tab;
const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));

beforeEach(() => takeFromInbox());

it('every command of the manifest does what the menu does', async () => {
  for (const command of Object.keys(manifest.commands)) {
    openSidePanel.mockClear();
    await answerCommand(command, tab);
    expect(openSidePanel).toHaveBeenCalledWith({ windowId: 1 });
    expect(await takeFromInbox()).toEqual([{ kind: 'capture' }]);
  }
});

it('others, and those without a tab, do nothing', async () => {
  await answerCommand('something-else', tab);
  await answerCommand('stylize-layer', undefined);
  expect(await takeFromInbox()).toEqual([]);
});

it('both browsers have them, and the README tells the keys', () => {
  expect(firefoxManifest(structuredClone(manifest)).commands).toEqual(manifest.commands);
  const keys: string = manifest.commands['stylize-layer'].suggested_key.default;
  expect(readFileSync('README.md', 'utf8')).toContain(keys);
});
