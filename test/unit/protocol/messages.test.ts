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
    answerCalls(context, { currentJob: asked, refinement: asked } as unknown as Handlers<typeof context>);
  }
});

/** A call that each context knows. */
const CALLS = { background: ['currentJob', null], offscreen: ['currentJob', null], page: ['refinement', { id: '1' }] } as const;

/** What those who listen answer; those who don't give undefined. */
async function answersTo(
  context: Context,
  sender: object,
  [name, request]: readonly [string, unknown] = CALLS[context],
): Promise<unknown[]> {
  const answers = listeners.map((listener) => listener({ context, name, request }, sender));
  return Promise.all(answers.filter((answer) => answer !== undefined).map((answer) => Promise.resolve(answer)));
}

const ANSWER = [{ ok: true, value: 'answer' }];

it.each<[string, Context, object]>([
  ['the panel', 'background', PANEL],
  ['the panel in a tab', 'background', PANEL_IN_TAB],
  ['the service worker', 'offscreen', SERVICE_WORKER],
  ['a page', 'page', PAGE],
])('%s may call %s', async (_who, context, sender) => {
  expect(await answersTo(context, sender)).toEqual(ANSWER);
});

it.each<[string, Context, object]>([
  ['a page', 'background', PAGE],
  ['a page', 'offscreen', PAGE],
  ['a page within the panel that names the extension', 'background', FRAME_OF_A_PANEL],
  ['one without an address', 'background', NOBODY],
  ['one without an address', 'offscreen', NOBODY],
])('%s may not call %s', async (_who, context, sender) => {
  expect(await answersTo(context, sender)).toEqual([]);
  expect(asked).not.toHaveBeenCalled();
});

it('tells the callee which tab asked', async () => {
  await answersTo('page', PAGE);
  expect(asked).toHaveBeenCalledWith({ id: '1' }, { tabId: 5, windowId: 1, frameId: null, documentId: null });
});

it.each<[string, Context, readonly [string, unknown]]>([
  ['a name that every object has', 'page', ['constructor', {}]],
  ['a name that nobody answers', 'background', ['toString', null]],
  ['a request of another shape', 'page', ['refinement', { id: 7 }]],
  ['no request', 'page', ['refinement', null]],
])('%s is answered with a sentence, and nothing is done', async (_name, context, call) => {
  expect(await answersTo(context, PANEL, call)).toEqual([
    {
      ok: false,
      failure: {
        code: expect.stringMatching(/unknown-call|bad-request/) as string,
        message: expect.stringMatching(/^Brushover was asked .*\.$/) as string,
      },
    },
  ]);
  expect(asked).not.toHaveBeenCalled();
});
