import { never, type EditorEntry } from '../entry';
import { anyDocument, anyPage, noAdjustments, noGroups, noLocks, notTainted, STAND_IN, NO_BLEND } from './usual-outcomes';

export const klecks: EditorEntry = {
  id: 'klecks',
  adapter: 'klecks',
  kind: 'stub',
  page: '/klecks/',
  layerName: 'Shape',
  hasLayers: true,
  way: 'layer',
  // It is added on top, and then moved down.
  undoSteps: 2,
  notApplicable: { blend: NO_BLEND, saved: STAND_IN },
  faults: {
    ...anyPage,
    ...anyDocument,
    ...noLocks,
    ...noGroups,
    ...noAdjustments,
    ...notTainted,
    'other-layer': 'works',
    deleted: 'works',
    closed: never('the editor always has a document'),
    busy: 'busy',
    full: 'busy',
    hidden: 'hidden-layer',
    empty: 'empty-layer',
    text: never('text becomes pixels of a layer'),
  },
};
