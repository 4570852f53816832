/** The service worker (in Firefox an event page): passes the panel's calls on, and reaches into pages. It keeps no state: it may die at any time. */
import { call, answerCalls } from '../protocol/messages';
import { captureLayer, insertLayer } from './editors';
import { followMenus } from './menus/follow-menus';
import { ensureOffscreenDocument, hasOffscreenDocument } from './offscreen-document';
import { openPanelOnClick } from './panel-opener';
import { answerPages } from './quick/answer-pages';

openPanelOnClick();
followMenus();
answerPages();

answerCalls('background', {
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
});
