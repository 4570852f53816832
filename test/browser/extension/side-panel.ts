import type { WebWorker } from 'puppeteer';

/** The side panel that a click on the icon has opened takes what is handed over; a panel in a tab stands in for it. */
export async function closeSidePanel(worker: WebWorker): Promise<void> {
  await worker.evaluate(async () => {
    const { setOptions } = chrome.sidePanel;
    await setOptions({ enabled: false });
    await setOptions({ enabled: true });
  });
}
