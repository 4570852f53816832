const OFFSCREEN_PATH = 'offscreen/index.html';

/** Firefox knows no offscreen documents: there the panel that calls does their work (offscreen/in-panel.ts). */
export const areOffscreenDocumentsKnown = 'offscreen' in chrome;

let creating: Promise<void> | null = null;

/** Chrome allows one offscreen document: everyone who needs it shares one creating promise. */
export async function ensureOffscreenDocument(): Promise<void> {
  if (!areOffscreenDocumentsKnown) return;
  // While it is being created it exists already, but does not listen yet.
  if (!creating && (await chrome.offscreen.hasDocument())) return;
  creating ??= chrome.offscreen
    .createDocument({
      url: OFFSCREEN_PATH,
      reasons: [chrome.offscreen.Reason.WORKERS],
      justification: 'The style transfer runs for minutes in a Worker, on WebGL or WebAssembly.',
    })
    .finally(() => {
      creating = null;
    });
  await creating;
}

/** Whether anything answers for the offscreen document. */
export async function hasOffscreenDocument(): Promise<boolean> {
  return !areOffscreenDocumentsKnown || chrome.offscreen.hasDocument();
}
