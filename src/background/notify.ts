import type { InsertOutcome, JobEnd } from '../protocol/layer';
import { translate } from '../texts/translate';
import { readSentences, translateSentence } from '../texts/translate-sentence';

const KEY = 'job-of-tab-';

/** Says what became of a job to whoever looks elsewhere, if the user has allowed that. */
export async function notifyEnd({ failed, tabId }: JobEnd, outcome: InsertOutcome | null): Promise<void> {
  // Without the permission browsers leave the interface out.
  if (!chrome.notifications) return;
  await readSentences();
  await chrome.notifications.create(`${KEY}${tabId ?? ''}`, {
    type: 'basic',
    iconUrl: chrome.runtime.getURL('icons/128.png'),
    title: failed ? translate`The picture was not finished` : translate`Your picture is finished`,
    message: failed ? translate`Open Brushover to see why.` : translateSentence(outcome?.message ?? 'Open Brushover to see it.'),
  });
}

/** A click leads to the tab of the layer. The permission may be given while this worker lives. */
export function followNotifications(): void {
  listen();
  chrome.permissions?.onAdded?.addListener(listen);
}

function listen(): void {
  chrome.notifications?.onClicked.addListener(showTab);
}

function showTab(id: string): void {
  void chrome.notifications.clear(id);
  const tabId = Number(id.slice(KEY.length));
  if (!id.startsWith(KEY) || id.length === KEY.length) return;
  void chrome.tabs.update(tabId, { active: true }).then(
    (tab) => tab && chrome.windows.update(tab.windowId, { focused: true }),
    () => undefined,
  );
}
