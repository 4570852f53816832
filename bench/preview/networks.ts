export const NETWORKS = ['predict', 'transform', 'styles26'] as const;
export type PreviewNetwork = (typeof NETWORKS)[number];

/** Ours by TensorFlow.js's backends; onnxruntime with the original files, in the browser by threads, and native. */
export const PREVIEW_ENGINES = ['tfjs-wasm', 'tfjs-webgl', 'tfjs-cpu', 'onnx-web-1', 'onnx-web-2', 'onnx-native'] as const;
export type PreviewEngine = (typeof PREVIEW_ENGINES)[number];

/** The original arbitrary-style files accept only these sides. */
export const ORIGINAL_STYLE_SIDE = 256;
export const ORIGINAL_CONTENT_SIDE = 384;

export interface PreviewRow {
  engine: PreviewEngine;
  network: PreviewNetwork;
  /** The picture's side in pixels: the style's for `predict`, the content's for the others. */
  size: number;
  /** Median. */
  milliseconds: number;
}

/** Milliseconds from pixels to numbers or pixels; null where the network does not accept the size. */
export type Run = (network: PreviewNetwork, size: number) => Promise<number | null>;

/** One engine, opened; measures one run at a time. */
export interface PreviewRunner {
  engine: PreviewEngine;
  description: string;
  run: Run;
  close(): Promise<void>;
}
