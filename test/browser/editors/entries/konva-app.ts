import { never, type EditorEntry } from '../entry';
import { anyDocument, anyPage, neverBusy, noAdjustments, NO_SELECTION, noLocks, NO_BLEND } from './usual-outcomes';

const TOPMOST = never('the topmost layer with a picture is taken for the current one');
const HANDED_OVER = 'the page keeps its layers itself; the picture is downloaded';

/** It tells nothing of its document, which it shows at half its size. */
export const konvaApp: EditorEntry = {
  id: 'konva (app)',
  adapter: 'konva',
  kind: 'real library',
  page: '/konva-app/',
  layerName: 'Shape',
  hasLayers: true,
  way: 'layer',
  undoSteps: 1,
  notApplicable: { blend: NO_BLEND, selection: NO_SELECTION, mask: NO_SELECTION },
  faults: {
    ...anyPage,
    ...anyDocument,
    ...noLocks,
    ...noAdjustments,
    ...neverBusy,
    'other-layer': TOPMOST,
    deleted: 'works',
    closed: 'no-editor',
    hidden: TOPMOST,
    empty: 'empty-layer',
    group: never('Konva’s groups lie inside layers and are part of their picture'),
    text: never('text is drawn into a layer'),
    tainted: 'tainted',
  },
};

/** React makes its layers anew from a state that is out of reach: nothing is put among them, and nothing claimed. */
export const konvaInReact: EditorEntry = {
  ...konvaApp,
  id: 'konva (React)',
  page: '/konva-app/?react',
  way: 'download',
  undoSteps: 0,
  notApplicable: {
    blend: NO_BLEND,
    ...konvaApp.notApplicable,
    name: HANDED_OVER,
    undo: HANDED_OVER,
    rounds: HANDED_OVER,
    again: HANDED_OVER,
    saved: HANDED_OVER,
    zoomed: HANDED_OVER,
  },
};
