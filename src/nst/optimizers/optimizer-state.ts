import type { Engine, Tensor } from '../engines/engine';

/** Where an optimiser stands between two of its steps: all that it needs to go on as if nothing had happened. */
export interface OptimizerState {
  numbers: Readonly<Record<string, number>>;
  tensors: Readonly<Record<string, StateTensor>>;
}

interface StateTensor {
  /** Names its values: what was saved under a key at this scale of this run need not be saved again. */
  key: string;
  /** [h, w, 3] */
  tensor: Tensor;
}

/** Values that are read when they are wanted: those of a large picture don't all fit beside the engine's. */
export interface StoredValues {
  key: string;
  read(): Promise<Float32Array>;
}

/** An optimiser's state away from the device. */
export interface SavedOptimizerState {
  numbers: Readonly<Record<string, number>>;
  tensors: Readonly<Record<string, StoredValues>>;
}

/** Uploads what was saved, one after the other. */
export async function restoredTensors<Name extends string>(
  engine: Engine,
  saved: SavedOptimizerState,
  names: readonly Name[],
  shape: readonly number[],
): Promise<Record<Name, Tensor>> {
  const tensors: Partial<Record<Name, Tensor>> = {};
  for (const name of names) tensors[name] = engine.upload(await saved.tensors[name].read(), shape);
  return tensors as Record<Name, Tensor>;
}
