import { never, type EditorEntry } from '../entry';
import {
  anyDocument,
  anyPage,
  DOCUMENT_PIXELS,
  neverBusy,
  noAdjustments,
  noGroups,
  noLocks,
  notTainted,
  RECTANGLES_ONLY,
} from './usual-outcomes';

export const minipaint: EditorEntry = {
  id: 'minipaint',
  adapter: 'minipaint',
  kind: 'stub',
  page: '/minipaint/',
  layerName: 'Shape',
  hasLayers: true,
  way: 'layer',
  undoSteps: 1,
  notApplicable: { mask: RECTANGLES_ONLY, zoomed: DOCUMENT_PIXELS },
  faults: {
    ...anyPage,
    ...anyDocument,
    ...noLocks,
    ...noGroups,
    ...noAdjustments,
    ...neverBusy,
    ...notTainted,
    'other-layer': 'works',
    deleted: 'works',
    closed: never('the editor always has a document'),
    hidden: 'hidden-layer',
    empty: 'empty-layer',
    text: 'works',
  },
};
