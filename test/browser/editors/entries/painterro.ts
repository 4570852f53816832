import type { EditorEntry } from '../entry';
import {
  anyDocument,
  anyPage,
  CANVAS_IS_DOCUMENT,
  neverBusy,
  NO_NAMES,
  noLayers,
  notTainted,
  RECTANGLES_ONLY,
  ONE_LAYER,
  ONE_LAYER_BLENDS,
} from './usual-outcomes';

export const painterro: EditorEntry = {
  id: 'painterro',
  adapter: 'painterro',
  kind: 'real library',
  page: '/painterro/',
  layerName: 'Canvas',
  hasLayers: false,
  way: 'paste',
  undoSteps: 1,
  notApplicable: { blend: ONE_LAYER_BLENDS, again: ONE_LAYER, name: NO_NAMES, mask: RECTANGLES_ONLY, zoomed: CANVAS_IS_DOCUMENT },
  faults: {
    ...anyPage,
    ...anyDocument,
    ...noLayers,
    ...neverBusy,
    ...notTainted,
    closed: 'no-editor',
    empty: 'empty-layer',
  },
};
