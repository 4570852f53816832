/** Answers that many editors share. */
import { never } from '../entry';

/** What every page must bear. */
export const anyPage = {
  nested: never('no group of its test page holds layers'),
  two: never('its test page selects one layer at most'),
  twice: 'works',
  switched: never('one document is open at a time'),
  'two-tabs': 'works',
  full: never('the editor tells no limit to its layers'),
} as const;

/** What every document must bear. */
export const anyDocument = { broken: 'broken-picture', replaced: 'works', resized: 'works' } as const;

export const notTainted = { tainted: never('the editor keeps its pictures itself, so none is foreign') } as const;

export const noLayers = {
  'other-layer': never('there is one layer'),
  deleted: never('there is one layer'),
  hidden: never('its only layer is always shown'),
  locked: never('its only layer can’t be locked'),
  group: never('there are no groups'),
  text: never('text becomes pixels of the one layer'),
  adjustment: never('there are no adjustment layers'),
} as const;

export const noLocks = { locked: never('the editor has no locks') } as const;
export const noGroups = { group: never('the editor has no groups') } as const;
export const noAdjustments = { adjustment: never('the editor has no adjustment layers') } as const;
export const neverBusy = { busy: never('the editor answers at once, whatever is open in it') } as const;

/** Why a zoom is not tried. */
export const DOCUMENT_PIXELS = 'the adapter asks the editor itself, in document pixels';
export const CANVAS_IS_DOCUMENT = 'the canvas is the document, whatever its size on screen';

/** Why there is no blend mode to keep. */
export const NO_BLEND = 'no blend mode of its layers is within reach';
export const ONE_LAYER_BLENDS = 'there is one layer, on nothing';
/** Why no saved file is read. */
export const STAND_IN = 'a stand-in would write a file of ours, not the editor’s';
export const PAGE_SAVES_NOTHING = 'the page itself writes no file';
/** Why a document can’t be made large. */
export const ON_SCREEN = 'what is on screen is captured, whatever the document’s size';

export const ONE_LAYER = 'there is one layer, and the picture became part of it';
export const RECTANGLES_ONLY = 'the editor’s selections are rectangles';
export const NO_SELECTION = 'the editor has no selection of pixels';
export const NO_NAMES = 'the editor has no layers to name';
