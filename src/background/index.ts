/**
 * The service worker (in Firefox an event page): passes the panel's calls on, and reaches into pages. It may die at any time,
 * so it keeps nothing that it can't do without.
 */
import type { Handlers } from '../protocol/calls';
import { call, answerCalls } from '../protocol/messages';
import { captureLayer, insertLayer } from './editors';
import { followMenus } from './menus/follow-menus';
import { ensureOffscreenDocument, hasOffscreenDocument } from './offscreen-document';
import { openPanelOnClick } from './panel-opener';
import { answerPages } from './quick/answer-pages';
import { awakeWhileAnswering } from './stay-awake';

openPanelOnClick();
followMenus();
answerPages();

const handlers: Handlers<'background'> = {
  captureLayer,
  insertLayer,
  async startJob(request) {
    await ensureOffscreenDocument();
    return call('offscreen', 'startJob', request);
  },
  async cancelJob(request) {
    if (await hasOffscreenDocument()) await call('offscreen', 'cancelJob', request);
    return null;
  },
  async currentJob() {
    await ensureOffscreenDocument();
    return call('offscreen', 'currentJob', null);
  },
  async preview(request) {
    await ensureOffscreenDocument();
    return call('offscreen', 'preview', request);
  },
  async cancelPreviews(request) {
    if (await hasOffscreenDocument()) await call('offscreen', 'cancelPreviews', request);
    return null;
  },
};

answerCalls('background', awakeWhileAnswering(handlers));
