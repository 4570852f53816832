import type { EditorEntry } from '../entry';
import { anyDocument, anyPage, neverBusy, noAdjustments, NO_SELECTION } from './usual-outcomes';

export const fabric: EditorEntry = {
  id: 'fabric',
  adapter: 'fabric',
  kind: 'real library',
  page: '/fabric/',
  layerName: 'Shape',
  hasLayers: true,
  way: 'layer',
  undoSteps: 1,
  notApplicable: { selection: NO_SELECTION, mask: NO_SELECTION },
  faults: {
    ...anyPage,
    ...anyDocument,
    ...noAdjustments,
    ...neverBusy,
    'other-layer': 'works',
    deleted: 'works',
    closed: 'no-editor',
    hidden: 'hidden-layer',
    locked: 'works',
    empty: 'empty-layer',
    group: 'unsupported-layer',
    text: 'works',
    tainted: 'tainted',
  },
};

/** Only the library is a global: its canvas is in reach through its class. */
export const fabricInClosure: EditorEntry = { ...fabric, id: 'fabric (closure)', page: '/fabric/?closure' };
