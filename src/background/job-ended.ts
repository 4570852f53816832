import browser from 'webextension-polyfill';
import type { InsertOutcome, JobEnd } from '../protocol/layer';
import { insertLayer } from './editors';
import { notifyEnd } from './notify';
import { isFollowedInPage } from './quick/followed-run';

const MARKS = { done: '✓', failed: '!' };

/** Where nobody looks the icon says that a job is over; its picture is inserted in any case. */
export async function jobEnded(end: JobEnd): Promise<InsertOutcome | null> {
  const { id, failed, tabId, insertion } = end;
  if (!isFollowedInPage(id) && !(await isPanelOpen())) await mark(tabId, failed ? MARKS.failed : MARKS.done);
  let outcome: InsertOutcome | null = null;
  try {
    outcome = insertion && (await insertLayer(insertion));
  } finally {
    await notifyEnd(end, outcome).catch(() => undefined);
  }
  return outcome;
}

/** Firefox can't tell; there the panel that owns the job is open. */
async function isPanelOpen(): Promise<boolean> {
  if (!('getContexts' in chrome.runtime)) return true;
  const contexts = await chrome.runtime.getContexts({});
  return contexts.some(({ documentUrl }) => documentUrl?.includes('/panel/panel.html') ?? false);
}

/** At the tab of the layer; where there is none any longer, everywhere. */
async function mark(tabId: number | null, text: string): Promise<void> {
  const everywhere = (): Promise<void> => browser.action.setBadgeText({ text });
  await (tabId === null ? everywhere() : browser.action.setBadgeText({ tabId, text }).catch(everywhere)).catch(() => undefined);
}
