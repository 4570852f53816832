import { never, type EditorEntry } from '../entry';
import { anyPage, CANVAS_IS_DOCUMENT, NO_SELECTION, noLayers, ONE_LAYER_BLENDS } from './usual-outcomes';

export const image: EditorEntry = {
  id: 'image',
  adapter: 'image',
  kind: 'page',
  page: '/image/',
  layerName: 'Shape',
  hasLayers: false,
  way: 'download',
  undoSteps: 0,
  notApplicable: {
    blend: ONE_LAYER_BLENDS,
    again: 'nothing in the page changes',
    saved: 'nothing in the page changes',
    large: CANVAS_IS_DOCUMENT,
    selection: NO_SELECTION,
    mask: NO_SELECTION,
    zoomed: CANVAS_IS_DOCUMENT,
    rounds: 'nothing in the page changes',
    name: 'a picture on a page has no layers; the file has the name',
    undo: 'nothing in the page changes',
  },
  faults: {
    ...anyPage,
    ...noLayers,
    broken: 'broken-picture',
    replaced: 'works',
    resized: never('a picture on a page keeps its size'),
    closed: 'no-editor',
    busy: never('a page without an editor is never busy'),
    empty: never('a picture that shows nothing is none'),
    tainted: 'tainted',
  },
};
