/**
 * The service worker (in Firefox an event page): passes the panel's calls on, and reaches into pages. It may die at any time,
 * so it keeps nothing that it can't do without.
 */
import { answerCalls } from '../protocol/messages';
import { followCommands } from './commands';
import { captureLayer, editorLayers, insertLayer } from './editors';
import { jobEnded } from './job-ended';
import { followMenus } from './menus/follow-menus';
import { followNotifications } from './notify';
import { openPanelOnClick } from './panel-opener';
import { answerPages } from './quick/answer-pages';
import { awakeWhileAnswering } from './stay-awake';
import { workHandlers } from './work-handlers';

openPanelOnClick();
followMenus();
followCommands();
followNotifications();
answerPages();

answerCalls('background', awakeWhileAnswering({ ...workHandlers, captureLayer, editorLayers, insertLayer, jobEnded }));
