import { never, type EditorEntry } from '../entry';
import { anyDocument, anyPage, neverBusy, noAdjustments, noLocks, RECTANGLES_ONLY, NO_BLEND } from './usual-outcomes';

export const konva: EditorEntry = {
  id: 'konva',
  adapter: 'konva',
  kind: 'real library',
  page: '/konva-editor/',
  layerName: 'Shape',
  hasLayers: true,
  way: 'layer',
  undoSteps: 1,
  notApplicable: { blend: NO_BLEND, mask: RECTANGLES_ONLY },
  faults: {
    ...anyPage,
    ...anyDocument,
    ...noLocks,
    ...noAdjustments,
    ...neverBusy,
    'other-layer': 'works',
    deleted: 'works',
    closed: 'no-editor',
    hidden: 'hidden-layer',
    empty: 'empty-layer',
    group: never('Konva’s groups lie inside layers and are part of their picture'),
    text: 'works',
    tainted: 'tainted',
  },
};
