import { restoreMarks } from '../../preferences/gallery-marks';
import { readMeasuredEngine } from '../../preferences/measured-engine';
import { restoreNetwork } from '../../preferences/network';
import { restorePresets } from '../../preferences/presets';
import { restoreSettings } from '../../preferences/settings';
import { readShortcuts } from './shortcuts';
import { readNetworks } from './networks';
import { readUsage } from './storage';

/** Reads what is kept, and anew whenever the page comes back into sight: a run or the browser's own pages may have changed it. */
export async function openOptions(): Promise<void> {
  await Promise.all([restoreSettings(), restorePresets(), restoreNetwork(), restoreMarks()]);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void readAnew());
  await readAnew();
}

async function readAnew(): Promise<void> {
  await Promise.all([readMeasuredEngine(), readShortcuts(), readUsage(), readNetworks()]);
}
