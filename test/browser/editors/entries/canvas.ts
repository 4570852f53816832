import { never, type EditorEntry } from '../entry';
import {
  anyDocument,
  anyPage,
  CANVAS_IS_DOCUMENT,
  neverBusy,
  NO_NAMES,
  noLayers,
  ONE_LAYER,
  PAGE_SAVES_NOTHING,
  ONE_LAYER_BLENDS,
} from './usual-outcomes';

const UNCHANGED = 'nothing in the page changes before the user pastes';
const NO_SELECTION_ACCESS = 'a page’s canvas tells no selection';

const drawingPage = {
  adapter: 'canvas',
  kind: 'page',
  layerName: 'Drawing page',
  hasLayers: false,
} as const;

/** It takes what is pasted, at its top left. */
export const canvas: EditorEntry = {
  ...drawingPage,
  id: 'canvas',
  page: '/canvas/',
  way: 'paste',
  insertedAt: { x: 0, y: 0 },
  undoSteps: 1,
  notApplicable: {
    blend: ONE_LAYER_BLENDS,
    saved: PAGE_SAVES_NOTHING,
    again: ONE_LAYER,
    selection: NO_SELECTION_ACCESS,
    mask: NO_SELECTION_ACCESS,
    name: NO_NAMES,
    zoomed: CANVAS_IS_DOCUMENT,
  },
  faults: {
    ...anyPage,
    ...anyDocument,
    ...noLayers,
    ...neverBusy,
    closed: 'no-editor',
    empty: 'empty-layer',
    tainted: 'tainted',
  },
};

/** It takes what is dropped, but nothing that is pasted. */
export const dropCanvas: EditorEntry = { ...canvas, id: 'canvas (drop)', page: '/canvas/?deaf&drops', way: 'drop' };

/** Two canvases in one place, and a third that nobody sees. */
export const stackedCanvas: EditorEntry = { ...canvas, id: 'canvas (stack)', page: '/canvas/?stack' };

/** Its buffer is empty after each frame, and it takes nothing but the user's own paste. */
export const webglCanvas: EditorEntry = {
  ...drawingPage,
  id: 'canvas (WebGL)',
  page: '/canvas/?webgl&deaf',
  host: 'localhost',
  clipboard: true,
  way: 'clipboard',
  undoSteps: 0,
  notApplicable: {
    blend: ONE_LAYER_BLENDS,
    selection: NO_SELECTION_ACCESS,
    mask: NO_SELECTION_ACCESS,
    name: NO_NAMES,
    zoomed: CANVAS_IS_DOCUMENT,
    saved: UNCHANGED,
    large: 'a change of its size empties a WebGL canvas; the page draws it anew',
    undo: UNCHANGED,
    rounds: UNCHANGED,
    again: UNCHANGED,
  },
  faults: {
    ...anyPage,
    ...noLayers,
    ...neverBusy,
    broken: 'broken-picture',
    replaced: 'works',
    resized: never('a change of its size empties a WebGL canvas; the page draws it anew'),
    closed: 'no-editor',
    empty: 'empty-layer',
    tainted: never('WebGL takes no foreign pictures'),
  },
};
