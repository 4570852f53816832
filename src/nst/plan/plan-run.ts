import type { Engine } from '../engines/engine';
import { layerGeometries, type LayerGeometry } from '../geometry';
import { forecastPeakBytes } from './forecast';
import { ImageError } from '../images/image-error';
import type { PreparedImages } from '../images/prepare-images';
import { activationBudget, assertFits, type EngineRoom } from './memory-budget';
import { lossGeometry } from '../losses/loss-layers';
import { memoryCost, type MemoryCost } from './memory-cost';
import type { Model } from '../model/model';
import { sizesAtScale } from './objective-inputs';
import { planMemory, type MemoryPlan, type Sizes } from './plan-memory';
import { planScales } from './plan-scales';
import type { StyleTransferSettings } from '../settings';

/** How a run's pictures are cut at every scale so that the engine's memory suffices. */
export interface RunPlan {
  tilesAt(scale: number): MemoryPlan;
  /** `weightBytes`: what the prepared network holds. */
  peakBytes(weightBytes: number): number;
}

/** Throws ImageError where the run can't be done: 'too-large', or 'tiles-needed' with normalised gradients. */
export function planRun(engine: Engine, model: Model, lastLayer: string, images: PreparedImages, settings: StyleTransferSettings): RunPlan {
  const deepest = lossGeometry(model, layerGeometries(model), settings);
  const { width, height } = images.content;
  const steps = planScales(settings.scales, settings.strokeSize, Math.max(width, height), settings.evaluations);
  const { evaluations } = steps[steps.length - 1];
  const cost = memoryCost(model, lastLayer, { ...settings, evaluations }, images.styles.length);
  return planSizes((scale) => sizesAtScale(images, scale), deepest, cost, engine.memory(), settings);
}

/** The same from sizes alone. */
export function planSizes(
  sizesAt: (scale: number) => Sizes,
  deepest: LayerGeometry,
  cost: MemoryCost,
  room: EngineRoom,
  { tileMemory, normalizeGradients, padding }: Pick<StyleTransferSettings, 'tileMemory' | 'normalizeGradients' | 'padding'>,
): RunPlan {
  const sizes = sizesAt(1);
  assertFits(sizes, deepest, cost, room);
  const budget = activationBudget(tileMemory, room, sizes, cost);
  const tilesAt = (scale: number): MemoryPlan => planMemory(sizesAt(scale), deepest, cost, budget, padding === 'wrap');
  const final = tilesAt(1);
  if (normalizeGradients && final.contentTiles.length > 1) {
    // ‖∂J_l/∂a[l]‖₁ sums over the whole picture, and is known only after every tile's gradient.
    throw new ImageError(
      'tiles-needed',
      'Gradients can only be normalised in one piece; raise --tile-memory, choose a smaller size, or turn normalising off.',
    );
  }
  return { tilesAt, peakBytes: (weightBytes) => forecastPeakBytes(sizes, final, cost, weightBytes) };
}
