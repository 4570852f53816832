/** Keyboard shortcuts, against the extension API at its border. */
import { openSidePanel } from './fake-extension-api';
import { readFileSync } from 'node:fs';
import { answerCommand } from '../../../src/background/commands';
import { takeFromInbox } from '../../../src/storage/inbox';
import { firefoxManifest } from '../../../tools/build/firefox-manifest';

const tab = { id: 7, windowId: 1 } as chrome.tabs.Tab;
const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));

beforeEach(() => takeFromInbox());

const LEAVES: Record<string, unknown[]> = {
  'open-panel': [],
  'stylize-layer': [{ kind: 'capture' }],
  'stylize-again': [{ kind: 'again' }],
};

it('every command of the manifest opens the panel, and leaves there what it is for', async () => {
  expect(Object.keys(manifest.commands).sort()).toEqual(Object.keys(LEAVES).sort());
  for (const [command, left] of Object.entries(LEAVES)) {
    openSidePanel.mockClear();
    await answerCommand(command, tab);
    expect(openSidePanel).toHaveBeenCalledWith({ windowId: 1 });
    expect(await takeFromInbox()).toEqual(left);
  }
});

it('others, and those without a tab, do nothing', async () => {
  await answerCommand('something-else', tab);
  await answerCommand('stylize-layer', undefined);
  expect(await takeFromInbox()).toEqual([]);
});

it('both browsers have them, and the README tells the keys', () => {
  expect(firefoxManifest(structuredClone(manifest)).commands).toEqual(manifest.commands);
  const readme = readFileSync('README.md', 'utf8');
  for (const { suggested_key: keys } of Object.values<{ suggested_key: { default: string } }>(manifest.commands))
    expect(readme).toContain(keys.default);
});
