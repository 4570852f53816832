import { computed, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { history } from './history';
import { source } from './source';

const KEY = 'panelHintDismissed';

/** Null until it was read. */
const dismissed = signal<boolean | null>(null);

/** Until something was captured, opened or made, or the hint was put away. */
export const showsFirstRun = computed(() => dismissed.value === false && source.value === null && history.value.length === 0);

export async function restoreFirstRun(): Promise<void> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  dismissed.value = stored === true;
}

/** For good. */
export async function dismissFirstRun(): Promise<void> {
  dismissed.value = true;
  await browser.storage.local.set({ [KEY]: true });
}
