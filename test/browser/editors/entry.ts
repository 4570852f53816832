import type { EditorErrorCode, InsertWay } from '../../../src/editors';
import type { CheckName } from './checks';
import type { FaultName } from './faults';

/** What the conformance suite has to know of an editor. Everything is answered: a check that can't be made needs a reason. */
export interface EditorEntry {
  /** In the table of results; the adapter's id, with a word more where a page is tried in several ways. */
  id: string;
  /** The adapter's id. */
  adapter: string;
  /** What stands for the editor in tests. */
  kind: 'real library' | 'mock' | 'stub' | 'page';
  page: string;
  /** The host name, where the adapter or a permission goes by it. */
  host?: string;
  /** The page may write to the clipboard, as after a click into it. */
  clipboard?: boolean;
  /** Levels of 255 by which colour × alpha may differ; canvases keep colours premultiplied and rounded, which costs up to 1. */
  tolerance?: number;
  /** Where the shape lies, if not at SHAPE. */
  shapeAt?: { x: number; y: number };
  /** Where the page puts what it takes, if not where the layer was. */
  insertedAt?: { x: number; y: number };
  /** The document, if it has not DOCUMENT's size. */
  documentIsViewport?: boolean;
  layerName: string;
  /** It has layers of its own: the new one must lie right above the captured one. */
  hasLayers: boolean;
  way: InsertWay;
  /** Presses of undo that take the new layer away. */
  undoSteps: number;
  /** Why a check can't be made; all others are. */
  notApplicable: Partial<Record<CheckName, string>>;
  /** How each fault ends, or why it can't happen. */
  faults: Record<FaultName, FaultOutcome>;
}

type FaultOutcome = 'works' | EditorErrorCode | NotApplicable;

export interface NotApplicable {
  notApplicable: string;
}

export const never = (reason: string): NotApplicable => ({ notApplicable: reason });
