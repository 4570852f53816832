import { never, type EditorEntry } from '../entry';
import { anyPage, neverBusy, NO_SELECTION, notTainted, ON_SCREEN, NO_BLEND } from './usual-outcomes';

const COMPOSITE = never('the editor’s elements are out of reach: the drawing is captured as it is shown');

export const excalidraw: EditorEntry = {
  id: 'excalidraw',
  adapter: 'excalidraw',
  kind: 'real library',
  page: '/excalidraw/',
  layerName: 'Drawing',
  shapeAt: { x: 220, y: 132 },
  documentIsViewport: true,
  hasLayers: true,
  way: 'paste',
  undoSteps: 1,
  notApplicable: {
    blend: NO_BLEND,
    again: COMPOSITE.notApplicable,
    selection: NO_SELECTION,
    mask: NO_SELECTION,
    name: 'the editor’s elements have no names',
    zoomed: 'what is on screen is captured',
    large: ON_SCREEN,
    rounds: COMPOSITE.notApplicable,
  },
  faults: {
    ...anyPage,
    ...neverBusy,
    ...notTainted,
    broken: 'broken-picture',
    replaced: 'works',
    resized: never('the drawing has no size'),
    'other-layer': COMPOSITE,
    deleted: COMPOSITE,
    closed: never('the editor always has a drawing'),
    hidden: COMPOSITE,
    locked: COMPOSITE,
    empty: 'empty-layer',
    group: COMPOSITE,
    text: COMPOSITE,
    adjustment: COMPOSITE,
  },
};
