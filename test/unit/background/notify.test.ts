import { followNotifications, notifyEnd } from '../../../src/background/notify';

interface Told {
  id: string;
  title: string;
  message: string;
}

let told: Told[];
let click: (id: string) => void;
let shown: number[];

function allow(): void {
  told = [];
  shown = [];
  const notifications = {
    create: async (id: string, { title, message }: Told) => void told.push({ id, title, message }),
    clear: async () => true,
    onClicked: { addListener: (listener: (id: string) => void) => void (click = listener) },
  };
  const tabs = { update: async (id: number) => (shown.push(id), { windowId: 1 }) };
  const api = { notifications, tabs, windows: { update: async () => undefined }, runtime: { getURL: (path: string) => path } };
  Object.assign(globalThis, { chrome: api });
}

const end = { id: 'job', failed: false, tabId: 7, insertion: null };

test('says what became of the picture, and a click leads to its tab', async () => {
  allow();
  followNotifications();
  await notifyEnd(end, { way: 'layer', message: '“Brushover · Glass” is a new layer.' });
  await notifyEnd(end, null);
  await notifyEnd({ ...end, failed: true }, null);
  expect(told.map(({ title, message }) => [title, message])).toEqual([
    ['Your picture is finished', '“Brushover · Glass” is a new layer.'],
    ['Your picture is finished', 'Open Brushover to see it.'],
    ['The picture was not finished', 'Open Brushover to see why.'],
  ]);
  click(told[0]!.id);
  click('of another extension');
  expect(shown).toEqual([7]);
});

test('leads nowhere from a job without a tab, and says nothing where it is not allowed', async () => {
  allow();
  followNotifications();
  await notifyEnd({ ...end, tabId: null }, null);
  click(told[0]!.id);
  expect(shown).toEqual([]);
  Object.assign(globalThis, { chrome: { runtime: { getURL: (path: string) => path } } });
  await expect(notifyEnd(end, null)).resolves.toBeUndefined();
});
