/** The looks that people set their machines to, and the languages that they read. */
import type axe from 'axe-core';
import type { MediaFeature, Page } from 'puppeteer';
import type {} from '../fake-messages';
import { longerCatalogue, mirroredCatalogue, type TestCatalogue } from '../panel/catalogues-for-tests';

export interface Look {
  name: string;
  width: number;
  features: MediaFeature[];
  /** The texts; English unless told. */
  catalogue?: () => TestCatalogue;
}

export const LIGHT: MediaFeature = { name: 'prefers-color-scheme', value: 'light' };
export const STILL: MediaFeature = { name: 'prefers-reduced-motion', value: 'reduce' };
export const LOOKS: Look[] = [
  { name: 'light', width: 360, features: [LIGHT, STILL] },
  { name: 'dark', width: 480, features: [{ name: 'prefers-color-scheme', value: 'dark' }, STILL] },
  { name: 'forced colours', width: 360, features: [{ name: 'forced-colors', value: 'active' }, STILL] },
  // 200 % zoom of 360 px leaves 180 CSS pixels.
  { name: '200 % zoom', width: 180, features: [LIGHT, STILL] },
  { name: 'right to left', width: 360, features: [LIGHT, STILL], catalogue: mirroredCatalogue },
  { name: 'a longer language', width: 360, features: [LIGHT, STILL], catalogue: longerCatalogue },
];

/** Before the page is opened. Puppeteer's own list of features lacks forced colours. */
export async function lookAs(page: Page, features: MediaFeature[], catalogue?: TestCatalogue): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features });
  await page.evaluateOnNewDocument((texts) => (window.catalogue = texts), catalogue);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
