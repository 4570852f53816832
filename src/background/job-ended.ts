import browser from 'webextension-polyfill';
import type { InsertOutcome, JobEnd } from '../protocol/layer';
import { insertLayer } from './editors';

const MARKS = { done: '✓', failed: '!' };

/** The icon says that a job is over, and its picture is inserted: neither needs an open panel. */
export async function jobEnded({ failed, tabId, insertion }: JobEnd): Promise<InsertOutcome | null> {
  await mark(tabId, failed ? MARKS.failed : MARKS.done);
  return insertion && insertLayer(insertion);
}

/** At the tab of the layer; where there is none any longer, everywhere. */
async function mark(tabId: number | null, text: string): Promise<void> {
  const everywhere = (): Promise<void> => browser.action.setBadgeText({ text });
  await (tabId === null ? everywhere() : browser.action.setBadgeText({ tabId, text }).catch(everywhere)).catch(() => undefined);
}
