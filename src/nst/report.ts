import type { EngineName } from './engines/engine';
import type { StyleTransferSettings } from './settings';

/** The parts of J(G), unweighted by α, β and the TV weight; layers already times their λ in `content` and `style`. */
export interface LossParts {
  content: number;
  style: number;
  /** Each layer's own loss, before λ. */
  perLayer: { content: Record<string, number>; style: Record<string, number> };
  /** Each term's part of `content` and `style`, by name, with its weight. */
  perTerm: { content: Record<string, number>; style: Record<string, number> };
  tv: number;
  /** α·content + β·style + tvWeight·tv. */
  total: number;
}

export interface EvaluationRow extends LossParts {
  /** Counts from 1 over all scales. */
  evaluation: number;
  /** 1 is the final size, 0.5 half of its sides. */
  scale: number;
  elapsedMs: number;
}

/** What a run will take, told before its first evaluation. */
export interface Forecast {
  /** Of the whole run, with the trial evaluations that the forecast is made from. */
  seconds: number;
  /** The most that tensors and weights will hold. */
  peakBytes: number;
}

/** SHA-256, in hexadecimal, of each picture's decoded 8-bit RGBA pixels: the same picture in another file format is the same. */
export interface PictureHashes {
  content: string;
  styles: readonly { image: string; mask: string | null }[];
  mask: string | null;
  /** Of the picture that the run began with; null: it began as `settings.init` says. */
  start: string | null;
}

/** What repeats a run, given the pictures. Depends on nothing else, so that equal runs write equal files. */
export interface Recipe {
  version: string;
  model: string;
  /** The engine that finished the run. */
  backend: EngineName;
  /** Longest side of G; null: the content's own. */
  size: number | null;
  settings: StyleTransferSettings;
  /** In the order of `pictures.styles`. */
  styleWeights: readonly number[];
  pictures: PictureHashes;
}

/** The command line's --report. */
export interface RunReport {
  version: string;
  model: string;
  backend: { name: EngineName; description: string; reason: string };
  width: number;
  height: number;
  settings: StyleTransferSettings;
  evaluations: EvaluationRow[];
  /** J of the written 8-bit picture. */
  displayed: LossParts;
  peakBytes: number;
  elapsedMs: number;
  forecast: Forecast;
  /** What happened on the way that is worth knowing, such as an engine that failed and was replaced. */
  notes: string[];
  recipe: Recipe;
}
