import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';

const PERMISSION = { permissions: ['notifications' as const] };

/** Whether the browser may tell that a picture is finished; the browser itself remembers it. */
export const notifies = signal(false);

export async function restoreNotifies(): Promise<void> {
  notifies.value = await browser.permissions.contains(PERMISSION).catch(() => false);
}

/** Asks for the permission, which only a click can, or gives it back. */
export async function chooseNotifies(wanted: boolean): Promise<void> {
  const change = wanted ? browser.permissions.request(PERMISSION) : browser.permissions.remove(PERMISSION);
  await change.catch(() => false);
  await restoreNotifies();
}
