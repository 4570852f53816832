import type { EditorErrorCode, InsertWay } from '../../../src/editors';
import type { CheckName } from './checks';
import type { FaultName } from './faults';

/** What the conformance suite has to know of an editor. */
export interface EditorEntry {
  /** The adapter's id. */
  id: string;
  /** What stands for the editor in tests. */
  kind: 'real library' | 'mock' | 'stub' | 'page';
  page: string;
  /** The site's own name, where the adapter goes by it. */
  host?: string;
  /** Levels of 255 by which colour × alpha may differ; canvases keep colours premultiplied and rounded, which costs up to 1. */
  tolerance?: number;
  /** Where the shape lies, if not at SHAPE. */
  shapeAt?: { x: number; y: number };
  /** The document, if it has not DOCUMENT's size. */
  documentIsViewport?: boolean;
  layerName: string;
  /** It has layers of its own: the new one must lie right above the captured one. */
  hasLayers: boolean;
  way: InsertWay;
  /** Presses of undo that take the new layer away. */
  undoSteps: number;
  /** Why a check can't be made. */
  reasons: Partial<Record<CheckName, string>>;
  faults: Partial<Record<FaultName, EditorErrorCode | 'works'>>;
}

const ALWAYS = { twice: 'works', broken: 'broken-picture', navigated: 'works', 'two-tabs': 'works' } as const;
const NO_SELECTION = 'the editor has no selection of pixels';
const NO_SELECTION_ACCESS = 'the editor does not tell its selection';

export const entries: EditorEntry[] = [
  {
    id: 'photopea', kind: 'mock', page: '/photopea/', host: 'www.photopea.com', layerName: 'Shape', hasLayers: true, way: 'layer', undoSteps: 2, reasons: {},
    faults: { ...ALWAYS, hidden: 'hidden-layer', empty: 'empty-layer', group: 'unsupported-layer', closed: 'no-document', resized: 'works', busy: 'busy' },
  },
  {
    id: 'minipaint', kind: 'stub', page: '/minipaint/', layerName: 'Shape', hasLayers: true, way: 'layer', undoSteps: 1, reasons: {},
    faults: { ...ALWAYS, hidden: 'hidden-layer', empty: 'empty-layer', resized: 'works' },
  },
  {
    id: 'konva', kind: 'real library', page: '/konva-editor/', layerName: 'Shape', hasLayers: true, way: 'layer', undoSteps: 1, reasons: {},
    faults: { ...ALWAYS, hidden: 'hidden-layer', empty: 'empty-layer', closed: 'no-editor', resized: 'works' },
  },
  {
    id: 'polotno', kind: 'stub', page: '/polotno/', layerName: 'Shape', hasLayers: true, way: 'layer', undoSteps: 1, reasons: { selection: NO_SELECTION },
    faults: { ...ALWAYS, hidden: 'hidden-layer', group: 'unsupported-layer', closed: 'no-document', resized: 'works' },
  },
  {
    id: 'tui-image-editor', kind: 'real library', page: '/tui-image-editor/', layerName: 'Shape', hasLayers: true, way: 'layer', undoSteps: 1, reasons: { selection: NO_SELECTION },
    faults: { ...ALWAYS, resized: 'works', busy: 'busy' },
  },
  {
    id: 'fabric', kind: 'real library', page: '/fabric/', layerName: 'Shape', hasLayers: true, way: 'layer', undoSteps: 1, reasons: { selection: NO_SELECTION },
    faults: { ...ALWAYS, hidden: 'hidden-layer', empty: 'empty-layer', group: 'unsupported-layer', closed: 'no-editor', resized: 'works' },
  },
  {
    id: 'painterro', kind: 'real library', page: '/painterro/', layerName: 'Canvas', hasLayers: false, way: 'paste', undoSteps: 1,
    reasons: { selection: NO_SELECTION_ACCESS, name: 'the editor has no layers' },
    faults: { ...ALWAYS, resized: 'works' },
  },
  {
    id: 'jspaint', kind: 'stub', page: '/jspaint/', layerName: 'Canvas', hasLayers: false, way: 'paste', undoSteps: 1,
    reasons: { selection: NO_SELECTION_ACCESS, name: 'the editor has no layers' },
    faults: { ...ALWAYS, closed: 'no-editor', resized: 'works' },
  },
  {
    id: 'klecks', kind: 'stub', page: '/klecks/', layerName: 'All layers', hasLayers: true, way: 'layer', undoSteps: 1, reasons: { selection: NO_SELECTION_ACCESS },
    faults: { ...ALWAYS, closed: 'no-document', resized: 'works', busy: 'busy' },
  },
  {
    id: 'excalidraw', kind: 'real library', page: '/excalidraw/', layerName: 'Drawing', shapeAt: { x: 220, y: 132 }, documentIsViewport: true, hasLayers: true, way: 'drop', undoSteps: 1,
    reasons: { selection: NO_SELECTION, name: 'the editor’s elements have no names' },
    faults: { twice: 'works', navigated: 'works', 'two-tabs': 'works' },
  },
  {
    id: 'canvas', kind: 'page', page: '/canvas/', layerName: 'Drawing page', hasLayers: false, way: 'paste', undoSteps: 1,
    reasons: {
      selection: NO_SELECTION_ACCESS, name: 'a page’s canvas has no layers',
      insert: 'a paste goes where the page puts it; that it arrives is tested with the ways in', undo: 'undo is the page’s own',
    },
    faults: { twice: 'works', empty: 'empty-layer', tainted: 'tainted', closed: 'no-editor', navigated: 'works', 'two-tabs': 'works' },
  },
  {
    id: 'image', kind: 'page', page: '/image/', layerName: 'Shape', hasLayers: false, way: 'download', undoSteps: 0,
    reasons: {
      selection: NO_SELECTION, name: 'a picture on a page has no layers',
      insert: 'the page takes nothing; that it is downloaded is tested with the ways in', undo: 'nothing in the page changes',
    },
    faults: { twice: 'works', tainted: 'tainted', closed: 'no-editor' },
  },
];
