import type { SavedOptimizerState, StoredValues } from '../optimizers/optimizer-state';
import type { FloatImage } from '../images/resample';
import type { EvaluationRow } from '../report';

/** Where a run stands, away from the device. */
interface Standing {
  scaleIndex: number;
  /** Evaluations done at that scale. */
  evaluationsAtScale: number;
  rows: readonly EvaluationRow[];
}

/** G alone: enough to go on with another engine, whose optimiser begins anew. */
interface PictureCheckpoint extends Standing {
  kind: 'picture';
  /** G at that scale. */
  generated: FloatImage;
}

/** All that the run knows: it goes on to the same picture as if it had never stopped. */
export interface FullCheckpoint extends Standing {
  kind: 'full';
  /** G's size at that scale. */
  width: number;
  height: number;
  /** What the scale began with, [h, w, 3]; null at the first one, which begins with the starting image. */
  previous: StoredValues | null;
  best: { total: number; at: number; generated: StoredValues };
  optimizer: SavedOptimizerState;
}

export type Checkpoint = PictureCheckpoint | FullCheckpoint;

/** Keeps the full checkpoints of a run, away from it. */
export interface CheckpointStore {
  /** Asked between two steps of the optimiser. */
  isWanted(): boolean;
  /** Reads the values that it has not kept yet. A failure to keep them is the store's own to tell: the run goes on. */
  keep(checkpoint: FullCheckpoint): Promise<void>;
}
