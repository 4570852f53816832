/** How a new layer is taken away again: one sentence for people, by its key, since a page may not write what we say. */
export const UNDO_HINTS = {
  /** A page that answers a paste or a drop may have done anything with it; only the user can see what. */
  lookAtPage: 'Look at it: it may have added the picture, ask what to do, or have opened it as a new document.',
  likeOtherLayers: 'Undo or delete it as you do with other layers there.',
  editorsOwn: 'Undo it with Ctrl+Z in the editor.',
  oneStep: 'It is one step of undo in the editor.',
  undoButton: 'Undo it with the editor’s Undo button (or Ctrl+Z in it).',
  floating: 'It floats above the picture: click beside it to fix it there, or press Ctrl+Z to take it away.',
  photopea: 'Undo it with Ctrl+Z, twice: first its name, then the layer.',
  excalidraw: 'Undo it with Ctrl+Z in Excalidraw, or click it and press Delete.',
  fabric: 'Use the undo of this editor, if it has one, or select the new object and delete it.',
  klecks: 'Undo it with Ctrl+Z in Klecks.',
  klecksMoved: 'Undo it with Ctrl+Z in Klecks, twice: first its place, then the layer.',
  klecksOnTop: 'It lies on top of all layers: drag it down in the list, or undo it with Ctrl+Z in Klecks.',
  minipaint: 'Undo it with Ctrl+Z in miniPaint.',
  polotno: 'Undo it with Ctrl+Z in Polotno.',
} as const;

export type UndoHint = keyof typeof UNDO_HINTS;
export const UNDO_HINT_KEYS = Object.keys(UNDO_HINTS) as UndoHint[];
