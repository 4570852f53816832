import { effect } from '@preact/signals';
import browser from 'webextension-polyfill';
import { followBrush } from './brush/brush';
import { restoreFirstRun } from './first-run';
import { followEditorLayers } from './editor-layers';
import { followForecasts } from './forecast';
import { followInbox } from './inbox';
import { followJobs, isRunning, job, restoreJob } from './job';
import { followGalleryPreviews } from './styles/gallery-previews';
import { restoreGalleryView } from './styles/gallery-view';
import { restoreMarks } from '../../preferences/gallery-marks';
import { followMeasuredEngine } from '../../preferences/measured-engine';
import { followOptimizedPreviews } from './optimized-preview';
import { followPreviews } from './preview';
import { restoreNetwork } from '../../preferences/network';
import { restorePresets } from '../../preferences/presets';
import { restoreSettings } from '../../preferences/settings';
import { restoreDesk } from './desk';
import { restoreSource, source } from './source';
import { followZoom } from './zoom';
import { gallery, loadGallery, selectedStyleId } from './styles/styles';

const STYLE_KEY = 'panelStyle';

/** Brings everything back as it was when the panel was closed. */
export async function openPanel(): Promise<void> {
  followJobs();
  await Promise.all([
    restoreSettings(),
    restorePresets(),
    restoreNetwork(),
    restoreFirstRun(),
    restoreMarks(),
    restoreGalleryView(),
    restoreStyle(),
    restoreJob(),
  ]);
  await restoreDesk();
  const request = job.value?.request;
  if (request && !source.value) await restoreSource(request.content, request.layer);
  followBrush();
  followZoom();
  followInbox();
  followPreviews();
  followOptimizedPreviews();
  followForecasts();
  followEditorLayers();
  followMeasuredEngine(isRunning);
  followGalleryPreviews();
}

async function restoreStyle(): Promise<void> {
  const [stored] = await Promise.all([browser.storage.local.get(STYLE_KEY), loadGallery()]);
  const last = gallery.value.find(({ id }) => id === stored[STYLE_KEY]);
  selectedStyleId.value ??= (last ?? gallery.value.find(({ own }) => !own))?.id ?? null;
  effect(() => void browser.storage.local.set({ [STYLE_KEY]: selectedStyleId.value }));
}
