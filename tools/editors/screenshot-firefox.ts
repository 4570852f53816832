import { launchFirefox } from '../browser/launch-firefox';
import { createProgressBar } from '../cli/progress-bar';
import { stylizeThroughPanel } from '../demo/main-job';
import { smallPng } from './small-png';

const STYLE = 'starlit-swirls';
const HEIGHT = 640;

/** The main job in Firefox: the panel beside the editor with the new layer in it. */
export async function screenshotFirefox(executablePath: string, editorUrl: string): Promise<Uint8Array> {
  const firefox = await launchFirefox(executablePath, { viewport: { width: 820, height: HEIGHT } });
  try {
    await firefox.inExtension((panelSettings) => chrome.storage.local.set({ panelSettings }), { size: 256, evaluations: 40 });
    const { page: editor, tabId } = await firefox.openEditor(editorUrl);
    const panel = await firefox.openPanel(tabId);
    await panel.setViewport({ width: 380, height: HEIGHT });
    console.log(await stylizeThroughPanel(panel, STYLE, createProgressBar()));
    const right = await panel.screenshot();
    await editor.bringToFront();
    return smallPng(await editor.screenshot(), right);
  } finally {
    await firefox.close();
  }
}
