/** The options page of the built extension: each control changes what it says, for the panel too, and is kept. */
import { startExtension } from '../extension/running-extension';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { isReady } from '../panel/open-panel';
import { byId, keeps, openOptions, reloaded, says, textOf } from './open-options';

let extension: RunningExtension;

beforeAll(async () => {
  extension = await startExtension();
}, 240_000);
afterAll(() => extension?.close());

it('is opened from the panel, and a change there is one here', async () => {
  const panel = await extension.openPage('panel/panel.html?tabId=1');
  await isReady(panel);
  const opened = extension.browser.waitForTarget((target) => target.url().endsWith('options/options.html'));
  await panel.click(byId('open-options'));
  const page = (await (await opened).page())!;
  await page.waitForSelector('#options[aria-busy="false"]');
  const chosen = (size: number) => `${byId(`size-${size}`)} :checked`;
  await page.waitForSelector(chosen(512));

  await panel.bringToFront();
  await panel.click(byId('size-768'));
  await page.waitForSelector(chosen(768));
  await page.bringToFront();
  await page.click(byId('size-256'));
  await panel.waitForSelector(chosen(256));
  await page.click(byId('quality-40'));
  await panel.waitForSelector(`${byId('quality-40')} :checked`);
  await page.click(byId('setting-insertWhenFinished'));
  await panel.waitForSelector(`${byId('setting-insertWhenFinished')}:not(:checked)`);

  await reloaded(page);
  for (const selector of [chosen(256), `${byId('quality-40')} :checked`, `${byId('setting-insertWhenFinished')}:not(:checked)`])
    expect(await page.$(selector)).not.toBeNull();
  await Promise.all([panel.close(), page.close()]);
});

it('measures the engines, tells the figure of each, and keeps which one was chosen', async () => {
  const { page, errors } = await openOptions(extension);
  expect(await textOf(page, 'used-engine')).toBe('The next picture measures them first.');
  await page.click(byId('measure-engines'));
  await says(page, 'used-engine', 'the fastest here');
  expect(await textOf(page, 'engine-wasm')).toMatch(/\d+ ms/);

  await page.click(byId('engine-webgl'));
  await says(page, 'used-engine', 'The next picture uses WebGL, as you chose.');
  await keeps(page, 'panelSettings', 'engine', 'webgl');
  await reloaded(page);
  expect(await textOf(page, 'engine-wasm')).toMatch(/\d+ ms/);
  expect(await textOf(page, 'used-engine')).toContain('WebGL, as you chose');
  expect(errors).toEqual([]);
  await page.close();
});

it('shows the keys of every command, and opens the browser’s own page for them', async () => {
  const { page } = await openOptions(extension);
  expect(await textOf(page, 'shortcut-open-panel')).toBe('Open the panel Alt Shift O');
  expect(await textOf(page, 'shortcut-stylize-layer')).toBe('Capture the current layer Alt Shift S');
  expect(await textOf(page, 'shortcut-stylize-again')).toBe('Capture the layer and stylize it as last time Alt Shift D');
  const opened = extension.browser.waitForTarget((target) => target.url().startsWith('chrome://extensions'));
  await page.click(byId('change-shortcuts'));
  expect((await opened).url()).toContain('shortcuts');
  await page.close();
});
