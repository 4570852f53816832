import type { FoundEditor, InsertWay, LayerCapture, NewLayer } from '../editor-adapter';
import type { SentenceKey } from '../sentences';
import type { UndoHint } from '../undo-hints';

/** What the page script answers. Requests and answers are JSON. */
export interface PageCalls {
  /** The first adapter that finds its editor; null if none does. */
  describe(request: null): Promise<FoundEditor | null>;
  capture(request: CaptureRequest): Promise<CaptureAnswer>;
  insert(request: InsertRequest): Promise<InsertAnswer>;
}

export type PageCallName = keyof PageCalls;

/** A layer that was captured before. */
export interface WantedLayer {
  id: string;
  name: string;
}

interface CaptureRequest {
  /** Null: the current layer. */
  wanted: WantedLayer | null;
  /** Where a large picture may be handed over as a file. */
  channel: string | null;
}

interface CaptureAnswer extends Omit<LayerCapture, 'sheet'> {
  editor: string;
  title: string;
  /** Base64 of a PNG of `width` × `height`; null: it was handed over. */
  png: string | null;
}

interface InsertRequest {
  layer: NewLayer;
}

interface InsertAnswer {
  editor: string;
  title: string;
  way: InsertWay;
  undo: UndoHint;
}

/** Errors thrown in a page never reach the extension, so they are returned. */
export type PageAnswer = { ok: true; value: unknown } | { ok: false; sentence: SentenceKey; words: string };
