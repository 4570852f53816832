const OFFSCREEN_PATH = 'offscreen/index.html';

let creating: Promise<void> | null = null;

/** Chrome allows one offscreen document: everyone who needs it shares one creating promise. */
export async function ensureOffscreenDocument(): Promise<void> {
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
