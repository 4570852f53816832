import type { EditorEntry } from '../entry';
import { anyDocument, anyPage, neverBusy, NO_NAMES, noLayers, notTainted } from './usual-outcomes';

const UNTOLD = 'the editor does not tell its selection';

export const jspaint: EditorEntry = {
  id: 'jspaint',
  adapter: 'jspaint',
  kind: 'stub',
  page: '/jspaint/',
  layerName: 'Canvas',
  hasLayers: false,
  way: 'paste',
  undoSteps: 1,
  notApplicable: { selection: UNTOLD, mask: UNTOLD, name: NO_NAMES, zoomed: 'it floats beside its place there' },
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
