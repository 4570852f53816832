import browser from 'webextension-polyfill';
import type { RecentStyle } from '../protocol/previews';

const KEY = 'recentStyles';
const MOST = 5;

export async function loadRecentStyles(): Promise<RecentStyle[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return Array.isArray(stored) ? (stored as RecentStyle[]) : [];
}

/** Puts a style in front of those used last. */
export async function addRecentStyle(style: RecentStyle): Promise<void> {
  const id = JSON.stringify(style.source);
  const others = (await loadRecentStyles()).filter(({ source }) => JSON.stringify(source) !== id);
  await browser.storage.local.set({ [KEY]: [style, ...others].slice(0, MOST) });
}
