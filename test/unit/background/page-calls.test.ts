/** What overlays in pages may ask for, and how often. */
import './fake-extension-api';
import { FairShare } from '../../../src/background/quick/fair-share';
import { assertOrdered, noteOrder } from '../../../src/background/quick/ordered-pages';

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
