import { loadRecentStyles } from '../../storage/recent-styles';
import type { RecentStyle } from '../../protocol/previews';
import { translate } from '../../texts/translate';

export const MENU = {
  stylize: 'stylize-image',
  quick: 'quick-stylize',
  style: 'use-as-style',
  layer: 'stylize-layer',
} as const;

/** Until styles have been used. */
const FIRST_STYLES: readonly RecentStyle[] = [
  { name: translate`Starlit swirls`, source: { kind: 'built-in', file: 'starlit-swirls.jpg' } },
  { name: translate`Stained glass`, source: { kind: 'built-in', file: 'stained-glass.jpg' } },
  { name: translate`Watercolour sunset`, source: { kind: 'built-in', file: 'watercolour-sunset.jpg' } },
  { name: translate`Woodblock waves`, source: { kind: 'built-in', file: 'woodblock-waves.jpg' } },
  { name: translate`Ink mountains`, source: { kind: 'built-in', file: 'ink-mountains.jpg' } },
];
const OFFERED = 5;
const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

/** Those used last, filled up with the first ones. */
export async function offeredStyles(): Promise<RecentStyle[]> {
  const recent = await loadRecentStyles().catch(() => []);
  const known = new Set(recent.map(({ name }) => name));
  return [...recent, ...FIRST_STYLES.filter(({ name }) => !known.has(name))].slice(0, OFFERED);
}

let building: Promise<void> = Promise.resolve();

/** One after the other: two at once would make items twice. Where one fails, the next is not kept from trying. */
export function buildMenus(): Promise<void> {
  building = building.catch(() => undefined).then(build);
  return building;
}

async function build(): Promise<void> {
  const styles = await offeredStyles();
  await chrome.contextMenus.removeAll();
  add({ id: MENU.stylize, title: translate`Stylize image…` });
  add({ id: MENU.quick, title: translate`Quick stylize` });
  styles.forEach((style) =>
    add({ id: `${MENU.quick}:${JSON.stringify(style)}`, parentId: MENU.quick, title: style.name.replaceAll('&', '&&') }),
  );
  add({ id: MENU.style, title: translate`Use image as style` });
  add({ id: MENU.layer, title: translate`Stylize current layer` });
}

/** "image" would leave out backgrounds and drawings, and only "all" comes up on a canvas. */
function add(item: chrome.contextMenus.CreateProperties): void {
  chrome.contextMenus.create({ contexts: ['all'], documentUrlPatterns: PAGES, ...item });
}

/** The style that an item of “Quick stylize” stands for; null for other items. */
export function styleOfItem(id: string): RecentStyle | null {
  return id.startsWith(`${MENU.quick}:`) ? (JSON.parse(id.slice(MENU.quick.length + 1)) as RecentStyle) : null;
}
