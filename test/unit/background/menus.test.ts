/** The menus, against the extension API at its border. */
import { badges, created, executeScript, openSidePanel, removeAll, storageGet } from './fake-extension-api';
import { answerMenuClick } from '../../../src/background/menus/menu-clicks';
import { buildMenus } from '../../../src/background/menus/menu-items';
import { takeFromInbox } from '../../../src/storage/inbox';

const QUICK = `quick-stylize:${JSON.stringify({ name: 'Ink', source: { kind: 'built-in', file: 'ink.jpg' } })}`;
const tab = { id: 7, windowId: 1 } as chrome.tabs.Tab;
const click = (menuItemId: string): Promise<void> => answerMenuClick({ menuItemId } as chrome.contextMenus.OnClickData, tab);

beforeEach(async () => {
  delete badges[7];
  executeScript.mockReset().mockResolvedValue([{ result: true }]);
  await takeFromInbox();
});
afterEach(() => jest.useRealTimers());

it('are built after a time when they could not be', async () => {
  removeAll.mockRejectedValueOnce(new Error('Not now.'));
  await expect(buildMenus()).rejects.toThrow('Not now.');
  await buildMenus();
  expect(created).toContain('Use image as style');
});

it('offer the first styles where those used last can’t be read', async () => {
  storageGet.mockRejectedValueOnce(new Error('Corrupt.'));
  await buildMenus();
  expect(created).toContain('Starlit swirls');
});

it('send an order whole, with what is null in it', async () => {
  await click(QUICK);
  const [, order] = executeScript.mock.calls[1][0].args as [string, string];
  expect(JSON.parse(order)).toMatchObject({ task: 'quick', srcUrl: null, style: { name: 'Ink' } });
  expect(await takeFromInbox()).toEqual([]);
});

describe('end in a sentence in the panel and a mark on the icon', () => {
  async function expectFailure(sentence: RegExp): Promise<void> {
    expect(await takeFromInbox()).toEqual([{ kind: 'failure', message: expect.stringMatching(sentence) }]);
    expect(badges[7]).toBe('1');
  }

  it('where no script may run', async () => {
    executeScript.mockRejectedValue(new Error('Cannot access contents of the page.'));
    await click(QUICK);
    await expectFailure(/keeps extensions out of this part/);
  });

  it('where the overlay did not start', async () => {
    executeScript.mockResolvedValue([{ result: null }]);
    await click(QUICK);
    await expectFailure(/keeps extensions out of this part/);
  });

  it('where the page never answers', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    executeScript.mockReturnValue(new Promise(() => undefined));
    const clicked = click(QUICK);
    await jest.advanceTimersByTimeAsync(10_000);
    jest.useRealTimers();
    await clicked;
    await expectFailure(/did not answer; wait/);
  });

  it('in an app’s window, which has no side panel: the icon is marked', async () => {
    openSidePanel.mockRejectedValueOnce(new Error('No side panel.'));
    await click('stylize-layer');
    expect(await takeFromInbox()).toEqual([{ kind: 'capture' }]);
    expect(badges[7]).toBe('1');
  });
});
