import browser from 'webextension-polyfill';
import { styleKey, type RecentStyle } from '../protocol/previews';
import { saveDesk } from './desks';

const KEY = 'recentStyles';
const MOST = 5;

export async function loadRecentStyles(): Promise<RecentStyle[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return Array.isArray(stored) ? (stored as RecentStyle[]) : [];
}

/** Puts a style in front of those used last. */
export async function addRecentStyle(style: RecentStyle): Promise<void> {
  const id = styleKey(style.source);
  const others = (await loadRecentStyles()).filter(({ source }) => styleKey(source) !== id);
  const recent = [style, ...others].slice(0, MOST);
  await browser.storage.local.set({ [KEY]: recent });
  const pictures = recent.flatMap(({ source }) => (source.kind === 'picture' ? [source.image] : []));
  await saveDesk('recent-styles', null, pictures).catch(() => undefined);
}
