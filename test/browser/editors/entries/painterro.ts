import type { EditorEntry } from '../entry';
import { anyDocument, anyPage, neverBusy, NO_NAMES, noLayers, notTainted } from './usual-outcomes';

export const painterro: EditorEntry = {
  id: 'painterro',
  adapter: 'painterro',
  kind: 'real library',
  page: '/painterro/',
  layerName: 'Canvas',
  hasLayers: false,
  way: 'paste',
  undoSteps: 1,
  notApplicable: { name: NO_NAMES },
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
