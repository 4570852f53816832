import type { EditorDescription, InsertWay, LayerCapture, NewLayer } from '../editor-adapter';
import type { SentenceKey } from '../sentences';
import type { UndoHint } from '../undo-hints';

/** What the page script answers. Requests and answers are JSON. */
export interface PageCalls {
  /** The first adapter that finds its editor; null if none does. */
  describe(request: null): Promise<EditorDescription | null>;
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
}

interface CaptureAnswer extends LayerCapture {
  editor: string;
  title: string;
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
