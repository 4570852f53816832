/** Where the result was to go is no longer there. */
import type { Fault } from '../fault';
import { layer } from '../../../unit/panel/jobs-for-tests';

let tabOfAnotherPage = -1;

export const TABS: readonly Fault[] = [
  {
    name: 'tab of the layer shows another page',
    outcome: 'same, told',
    request: (request) => ({
      ...request,
      insertWhenFinished: true,
      layer: { ...layer, tabId: tabOfAnotherPage, image: request.content, width: 64, height: 48 },
    }),
    async prepare({ extension, driver }) {
      const page = await extension.browser.newPage();
      tabOfAnotherPage = await driver.page.evaluate(async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0]!.id!);
      await page.goto('about:blank');
    },
    inject: async () => undefined,
  },
  {
    name: 'tab of the layer closed',
    outcome: 'same, told',
    request: (request) => ({
      ...request,
      insertWhenFinished: true,
      layer: { ...layer, tabId: 999_999, image: request.content, width: 64, height: 48 },
    }),
    inject: async () => undefined,
  },
];
