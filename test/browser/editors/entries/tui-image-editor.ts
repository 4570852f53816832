import { never, type EditorEntry } from '../entry';
import { anyDocument, anyPage, DOCUMENT_PIXELS, noAdjustments, noGroups, noLocks, NO_SELECTION, notTainted } from './usual-outcomes';

export const tuiImageEditor: EditorEntry = {
  id: 'tui-image-editor',
  adapter: 'tui-image-editor',
  kind: 'real library',
  page: '/tui-image-editor/',
  layerName: 'Shape',
  hasLayers: true,
  way: 'layer',
  undoSteps: 1,
  notApplicable: { selection: NO_SELECTION, mask: NO_SELECTION, zoomed: DOCUMENT_PIXELS },
  faults: {
    ...anyPage,
    ...anyDocument,
    ...noLocks,
    ...noGroups,
    ...noAdjustments,
    ...notTainted,
    'other-layer': 'works',
    deleted: 'works',
    closed: never('the editor always has a photo'),
    busy: 'busy',
    hidden: never('the editor hides no objects'),
    empty: never('an object always has a picture'),
    text: 'works',
  },
};
