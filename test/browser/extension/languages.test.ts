/** The built extension in a browser of another language. */
import { readFileSync } from 'node:fs';
import { ensureBuilt } from '../../../tools/build/ensure-built';
import { launchExtension, type RunningExtension } from '../../../tools/browser/launch-extension';
import { englishOf, messageKey } from '../../../src/texts/message-key';
import { byId } from '../panel/open-panel';
import { catalogueOf } from '../panel/catalogues-for-tests';

const german = catalogueOf('de');
let extension: RunningExtension;

beforeAll(async () => {
  await ensureBuilt();
  extension = await launchExtension({ headless: true, language: 'de' });
}, 300_000);

afterAll(() => extension?.close());

it('speaks German: manifest, panel, styles, and a failure with values that comes from deep within', async () => {
  const page = await extension.openPage('panel/panel.html');
  await page.waitForSelector('#panel[aria-busy="false"]');
  const told = await page.evaluate(() => ({
    language: document.documentElement.lang,
    description: chrome.runtime.getManifest().description,
    capture: document.querySelector('[data-testid="capture"]')?.textContent,
  }));
  const { description } = JSON.parse(readFileSync('manifest.json', 'utf8')) as { description: string };
  expect(told).toMatchObject({ language: 'de', description: inGerman(description), capture: inGerman('Capture layer') });

  await page.evaluate(async (selector) => {
    const canvas = new OffscreenCanvas(1, 1);
    canvas.getContext('2d')!.fillRect(0, 0, 1, 1);
    const tiny = await canvas.convertToBlob();
    const files = new DataTransfer();
    files.items.add(new File([tiny], 'tiny.png', { type: 'image/png' }));
    const input = document.querySelector<HTMLInputElement>(selector)!;
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, byId('open-image'));
  const error = await page.waitForSelector(byId('source-error'));
  const sentence = await error!.evaluate((element) => element.textContent);
  expect(sentence).toBe(inGerman('$1 is only $2 × $3 pixels; choose a larger one.', inGerman('The image'), '1', '1'));
});

function inGerman(english: string, ...values: string[]): string {
  const key = messageKey(/\$\d/.test(english) ? english : englishOf([english]));
  return german[key]!.message.replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1]!);
}
