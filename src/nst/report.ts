import type { EngineName } from './engines/engine';
import type { Recipe } from './recipe';
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
  /** Of that, for reading and showing G while it was made. */
  livePictureMs: number;
  /** What the engine holds once the run is over: no tensor, and the memory that it keeps for the next one. */
  memoryAfter: { tensors: number; reservedBytes: number | null };
  forecast: Forecast;
  /** What happened on the way that is worth knowing, such as an engine that failed and was replaced. */
  notes: string[];
  recipe: Recipe;
}
