import type { EditorEntry } from '../entry';
import { anyDocument, anyPage, DOCUMENT_PIXELS, notTainted, STAND_IN, NO_BLEND } from './usual-outcomes';

export const photopea: EditorEntry = {
  id: 'photopea',
  adapter: 'photopea',
  kind: 'mock',
  page: '/photopea/',
  host: 'www.photopea.com',
  layerName: 'Shape',
  hasLayers: true,
  way: 'layer',
  undoSteps: 2,
  notApplicable: {
    blend: NO_BLEND,
    saved: STAND_IN,
    again: 'its scripts know layers by their place, which an insertion shifts; the sentence says to click the layer',
    mask: 'the bounds of the selection are read, not yet its shape',
    zoomed: DOCUMENT_PIXELS,
  },
  faults: {
    ...anyPage,
    ...anyDocument,
    switched: 'works',
    ...notTainted,
    'other-layer': 'works',
    deleted: 'works',
    closed: 'no-document',
    busy: 'busy',
    hidden: 'hidden-layer',
    locked: 'works',
    empty: 'empty-layer',
    group: 'unsupported-layer',
    text: 'works',
    adjustment: 'empty-layer',
  },
};
