import type { EditorEntry } from '../entry';
import { anyDocument, anyPage, DOCUMENT_PIXELS, noAdjustments, noLocks, PAGE_SAVES_NOTHING, NO_BLEND } from './usual-outcomes';

/** The example of docs/for-editor-authors.md. */
export const selfDescribed: EditorEntry = {
  id: 'self-described',
  adapter: 'self-described',
  kind: 'page',
  page: '/self-described/',
  layerName: 'Shape',
  hasLayers: true,
  way: 'layer',
  undoSteps: 1,
  notApplicable: { blend: NO_BLEND, saved: PAGE_SAVES_NOTHING, zoomed: DOCUMENT_PIXELS },
  faults: {
    ...anyPage,
    ...anyDocument,
    ...noLocks,
    ...noAdjustments,
    'other-layer': 'works',
    deleted: 'works',
    closed: 'no-document',
    busy: 'busy',
    hidden: 'hidden-layer',
    empty: 'empty-layer',
    group: 'unsupported-layer',
    text: 'works',
    tainted: 'tainted',
  },
};
