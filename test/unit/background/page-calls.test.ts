/** What overlays in pages may ask for, and how often. */
import { openSidePanel } from './fake-extension-api';
import { pageHandlers } from '../../../src/background/quick/answer-pages';
import { FairShare } from '../../../src/background/quick/fair-share';
import { assertOrdered, noteBelonging, noteOrder } from '../../../src/background/quick/ordered-pages';
import type { PageCalls } from '../../../src/protocol/overlay-calls';
import { storeImage } from '../../../src/storage/images';
import { takeFromInbox } from '../../../src/storage/inbox';

const caller = { tabId: 3, windowId: 1, frameId: 0, documentId: 'a' };

describe('a page is answered', () => {
  beforeEach(() => noteOrder({ tabId: 3, frameId: 0, documentId: 'a' }));

  it('after the user asked for it there', () => expect(assertOrdered(caller)).resolves.toBeUndefined());

  it('where the browser names no documents', () => expect(assertOrdered({ ...caller, documentId: null })).resolves.toBeUndefined());

  it.each([
    ['in another tab', { tabId: 4 }],
    ['in another frame', { frameId: 7 }],
    ['in the document that followed', { documentId: 'b' }],
    ['from nowhere', { tabId: null }],
  ])('not %s', (_, change) => expect(assertOrdered({ ...caller, ...change })).rejects.toThrow(/^Nobody asked/));
});

describe('a page gets', () => {
  const style = { name: 'Ink', source: { kind: 'built-in' as const, file: 'ink.jpg' } };
  const picture = { image: 'theirs', width: 9, height: 9, from: 'page' as const, address: null };
  const ofPicture = { image: 'theirs', style, size: 384, from: null };
  /** Every call that is about something, with what another page has. */
  const REQUESTS: { [N in keyof PageCalls]?: Parameters<PageCalls[N]>[0] } = {
    deliver: { task: 'content', picture, name: 'Cat', style: null },
    original: { image: 'theirs' },
    preview: { image: 'theirs', style, size: 384 },
    forecast: ofPicture,
    refine: ofPicture,
    refinement: { id: 'theirs' },
    orderRefinement: { id: 'theirs', command: 'stop' },
    openHistory: { id: 'theirs' },
  };
  const call = (name: keyof PageCalls, request: unknown, from = caller): Promise<unknown> =>
    (pageHandlers[name] as (request: unknown, from: typeof caller) => Promise<unknown>)(request, from);

  beforeEach(() => noteOrder({ tabId: 3, frameId: 0, documentId: 'a' }));

  it('neither another page’s pictures nor its runs', async () => {
    for (const [name, request] of Object.entries(REQUESTS))
      await expect(call(name as keyof PageCalls, request)).rejects.toThrow(/^This picture was not made on this page/);
    const size = 384;
    await noteBelonging(caller, 'pictures', 'mine');
    await expect(call('refine', { image: 'mine', style, size, from: 'theirs' })).rejects.toThrow(/^This picture was not made/);
  });

  it('nothing where nobody asked for it', async () => {
    const elsewhere = { ...caller, tabId: 9 };
    const others = { takePicture: { name: '', png: null, address: null, visible: null, windowWidth: 1 }, openPanel: null };
    for (const [name, request] of Object.entries({ ...REQUESTS, ...others }))
      await expect(call(name as keyof PageCalls, request, elsewhere)).rejects.toThrow(/^Nobody asked/);
  });

  it('what was made for it, also after the menu was used there once more, and not in the document that follows', async () => {
    const image = await storeImage(new Blob(['a picture'], { type: 'image/png' }));
    await noteBelonging(caller, 'pictures', image);
    await noteOrder({ tabId: 3, frameId: 0, documentId: 'a' });
    expect(await call('original', { image })).toEqual({ bytes: btoa('a picture'), type: 'image/png' });
    await noteOrder({ tabId: 3, frameId: 0, documentId: 'b' });
    await expect(call('original', { image }, { ...caller, documentId: 'b' })).rejects.toThrow(/^This picture was not made/);
  });

  it('its own run in the panel’s history, which opens within the click', async () => {
    await noteBelonging(caller, 'runs', 'mine');
    openSidePanel.mockClear();
    const opened = call('openHistory', { id: 'mine' });
    expect(openSidePanel).toHaveBeenCalledWith({ windowId: 1 });
    await opened;
    expect(await takeFromInbox()).toEqual([{ kind: 'job', id: 'mine' }]);
  });
});

describe('a page’s share', () => {
  const never = () => new Promise<never>(() => undefined);
  let now = 0;
  const share = () => new FairShare(() => now);

  it('is four at once, each tab for itself', async () => {
    const tabs = share();
    for (let i = 0; i < 4; i++) void tabs.within(1, never);
    await expect(tabs.within(1, never)).rejects.toThrow(/^This page asks for more/);
    await expect(tabs.within(2, async () => 'fine')).resolves.toBe('fine');
  });

  it('fills up again as time passes', async () => {
    const tabs = share();
    const ask = () => tabs.within(1, async () => 'fine');
    for (let i = 0; i < 60; i++) await ask();
    await expect(ask()).rejects.toThrow(/^This page asks for more/);
    now += 1000;
    for (let i = 0; i < 6; i++) await ask();
    await expect(ask()).rejects.toThrow(/^This page asks for more/);
  });

  it('is free again when an answer failed', async () => {
    const tabs = share();
    for (let i = 0; i < 9; i++) await expect(tabs.within(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
