/** Who may call whom. */
import { listeners } from './fake-runtime';
import type { Context, Handlers } from '../../../src/protocol/calls';
import { answerCalls } from '../../../src/protocol/messages';

const PANEL = { id: 'brushover', url: 'chrome-extension://brushover/panel/panel.html' };
const PANEL_IN_TAB = { ...PANEL, tab: { id: 4, windowId: 1 } };
const SERVICE_WORKER = { id: 'brushover', url: 'chrome-extension://brushover/background/index.js' };
const PAGE = { id: 'brushover', url: 'https://example.org/', tab: { id: 5, windowId: 1 } };
const FRAME_OF_A_PANEL = { id: 'brushover', url: 'https://example.org/?chrome-extension://brushover/' };
const NOBODY = { id: 'brushover' };

const asked = jest.fn();

beforeEach(() => {
  listeners.length = 0;
  asked.mockReset().mockReturnValue('answer');
  for (const context of ['background', 'offscreen', 'page'] as Context[]) {
    answerCalls(context, { currentJob: asked, preview: asked } as unknown as Handlers<typeof context>);
  }
});

/** What those who listen answer; those who don't give undefined. */
async function answersTo(context: Context, name: string, sender: object): Promise<unknown[]> {
  const answers = listeners.map((listener) => listener({ context, name, request: null }, sender));
  return Promise.all(answers.filter((answer) => answer !== undefined));
}

const ANSWER = [{ ok: true, value: 'answer' }];

it.each<[string, Context, object]>([
  ['the panel', 'background', PANEL],
  ['the panel in a tab', 'background', PANEL_IN_TAB],
  ['the service worker', 'offscreen', SERVICE_WORKER],
  ['a page', 'page', PAGE],
])('%s may call %s', async (_who, context, sender) => {
  expect(await answersTo(context, 'preview', sender)).toEqual(ANSWER);
});

it.each<[string, Context, object]>([
  ['a page', 'background', PAGE],
  ['a page', 'offscreen', PAGE],
  ['a page within the panel that names the extension', 'background', FRAME_OF_A_PANEL],
  ['one without an address', 'background', NOBODY],
  ['one without an address', 'offscreen', NOBODY],
])('%s may not call %s', async (_who, context, sender) => {
  expect(await answersTo(context, 'preview', sender)).toEqual([]);
  expect(asked).not.toHaveBeenCalled();
});

it('tells the callee which tab asked', async () => {
  await answersTo('page', 'preview', PAGE);
  expect(asked).toHaveBeenCalledWith(null, { tabId: 5, windowId: 1 });
});
