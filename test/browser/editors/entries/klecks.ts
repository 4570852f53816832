import { never, type EditorEntry } from '../entry';
import { anyDocument, anyPage, notTainted } from './usual-outcomes';

const COMPOSITE = never('the editor tells nothing of its layers: all of them are captured as they are shown');

const UNTOLD = 'the editor does not tell its selection';

export const klecks: EditorEntry = {
  id: 'klecks',
  adapter: 'klecks',
  kind: 'stub',
  page: '/klecks/',
  layerName: 'All layers',
  hasLayers: true,
  way: 'layer',
  undoSteps: 1,
  notApplicable: { selection: UNTOLD, mask: UNTOLD, zoomed: 'what is on screen is captured', rounds: COMPOSITE.notApplicable },
  faults: {
    ...anyPage,
    ...anyDocument,
    ...notTainted,
    'other-layer': COMPOSITE,
    deleted: COMPOSITE,
    closed: 'no-document',
    busy: 'busy',
    hidden: COMPOSITE,
    locked: COMPOSITE,
    empty: 'empty-layer',
    group: COMPOSITE,
    text: COMPOSITE,
    adjustment: COMPOSITE,
  },
};
