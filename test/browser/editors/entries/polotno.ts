import { never, type EditorEntry } from '../entry';
import { anyDocument, anyPage, DOCUMENT_PIXELS, neverBusy, noAdjustments, NO_SELECTION, notTainted } from './usual-outcomes';

export const polotno: EditorEntry = {
  id: 'polotno',
  adapter: 'polotno',
  kind: 'stub',
  page: '/polotno/',
  layerName: 'Shape',
  hasLayers: true,
  way: 'layer',
  undoSteps: 1,
  notApplicable: { selection: NO_SELECTION, mask: NO_SELECTION, zoomed: DOCUMENT_PIXELS },
  faults: {
    ...anyPage,
    ...anyDocument,
    ...noAdjustments,
    ...neverBusy,
    ...notTainted,
    nested: 'works',
    two: 'no-layer',
    'other-layer': 'works',
    deleted: 'works',
    closed: 'no-document',
    hidden: 'hidden-layer',
    locked: 'works',
    empty: never('an element always has a picture'),
    group: 'unsupported-layer',
    text: 'works',
  },
};
