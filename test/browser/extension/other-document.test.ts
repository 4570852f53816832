/** What was captured in one document never gets into another by itself: the tab was taken elsewhere, or the page loaded anew. */
import type { Page } from 'puppeteer';
import type { CapturedLayer, InsertRequest } from '../../../src/protocol/layer';
import { insertionOf } from '../../../src/protocol/layer';
import type { Answer, CallMessage } from '../../../src/protocol/messages';
import { openEditor, openPanel } from '../../../tools/demo/main-job';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { servePages, type PageServer } from '../../../tools/editors/serve-pages';
import { startExtension } from './running-extension';

let extension: RunningExtension;
let pages: PageServer;
let elsewhere: PageServer;
let editor: Page;
let panel: Page;
let insertion: InsertRequest;

beforeAll(async () => {
  [pages, elsewhere] = await Promise.all([servePages(), servePages()]);
  extension = await startExtension();
}, 60_000);
afterAll(async () => {
  await extension?.close();
  await Promise.all([pages?.close(), elsewhere?.close()]);
});

beforeEach(async () => {
  const { page, tabId } = await openEditor(extension, `${pages.url}/konva-editor/`);
  editor = page;
  panel = await openPanel(extension, tabId);
  const layer = valueOf<CapturedLayer>(await tell('captureLayer', { tabId }));
  insertion = insertionOf(layer, layer.image, 'Brushover · test');
});
afterEach(async () => {
  await panel.close();
  await editor.close();
});

it('goes back into the document that it came from', async () => {
  expect(await tell('insertLayer', insertion)).toMatchObject({ ok: true, value: { way: 'layer' } });
});

it('never goes to another site, whatever the user says', async () => {
  await editor.goto(`${elsewhere.url}/canvas/`);
  await editor.bringToFront();
  await extension.extension.triggerAction(editor);
  for (const document of [insertion.document, { ...insertion.document, id: null }]) {
    const answer = await tell('insertLayer', { ...insertion, document });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'other-site' } });
    expect(JSON.stringify(answer)).toContain(`The tab shows ${new URL(elsewhere.url).host} now`);
  }
  expect(await editor.$('body[data-pasted]')).toBeNull();
});

it('asks before it goes into a page that was loaded anew', async () => {
  await editor.bringToFront();
  await editor.reload();
  await editor.waitForSelector('body[data-ready]');
  await extension.extension.triggerAction(editor);
  expect(await tell('insertLayer', insertion)).toMatchObject({ ok: false, failure: { code: 'other-document' } });
  const said = { ...insertion, document: { ...insertion.document, id: null } };
  expect(await tell('insertLayer', said)).toMatchObject({ ok: true });
});

/** As the panel does. */
function tell(name: string, request: unknown): Promise<Answer> {
  const message: CallMessage = { context: 'background', name, request };
  return panel.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
}

function valueOf<Value>(answer: Answer): Value {
  if (!answer.ok) throw new Error(answer.failure.message);
  return answer.value as Value;
}
