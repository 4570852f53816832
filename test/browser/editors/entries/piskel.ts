import { never, type EditorEntry } from '../entry';
import { anyDocument, anyPage, DOCUMENT_PIXELS, NO_BLEND, neverBusy, noAdjustments, noGroups, noLocks, notTainted } from './usual-outcomes';

export const piskel: EditorEntry = {
  id: 'piskel',
  adapter: 'piskel',
  kind: 'real library',
  page: '/piskel/',
  layerName: 'Shape',
  hasLayers: true,
  way: 'layer',
  undoSteps: 1,
  notApplicable: { blend: NO_BLEND, zoomed: DOCUMENT_PIXELS, large: 'Piskel’s sprites have 1024 pixels a side at most' },
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
    closed: never('the editor always has a sprite'),
    hidden: never('its layers can’t be hidden'),
    empty: 'empty-layer',
    text: never('there is no text'),
  },
};
