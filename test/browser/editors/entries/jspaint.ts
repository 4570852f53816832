import type { EditorEntry } from '../entry';
import { anyDocument, anyPage, neverBusy, NO_NAMES, noLayers, notTainted, ONE_LAYER, STAND_IN, ONE_LAYER_BLENDS } from './usual-outcomes';

export const jspaint: EditorEntry = {
  id: 'jspaint',
  adapter: 'jspaint',
  kind: 'stub',
  page: '/jspaint/',
  layerName: 'Canvas',
  hasLayers: false,
  way: 'paste',
  undoSteps: 1,
  notApplicable: { blend: ONE_LAYER_BLENDS, saved: STAND_IN, again: ONE_LAYER, name: NO_NAMES },
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
