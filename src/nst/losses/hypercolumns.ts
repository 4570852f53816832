import type { Engine, Tensor } from '../engines/engine';
import type { LayerGeometry } from '../geometry';

/** The layers of a hypercolumn, shallow to deep, and the one on whose grid they are brought together. */
export const HYPERCOLUMN_LAYERS = ['relu1_2', 'relu2_2', 'relu3_1', 'relu3_3', 'relu4_1'] as const;
export const HYPERCOLUMN_GRID = 'relu3_1';

type Geometries = ReadonlyMap<string, LayerGeometry>;

/** Channels of a hypercolumn: 1216 in VGG-16. */
export function hypercolumnChannels(geometries: Geometries): number {
  return HYPERCOLUMN_LAYERS.reduce((sum, layer) => sum + geometries.get(layer)!.channels, 0);
}

/** Where each layer's channels begin in a hypercolumn. */
export function firstChannels(geometries: Geometries): Map<string, number> {
  let first = 0;
  return new Map(
    HYPERCOLUMN_LAYERS.map((layer) => {
      const entry: [string, number] = [layer, first];
      first += geometries.get(layer)!.channels;
      return entry;
    }),
  );
}

/**
 * Hypercolumns (Hariharan et al. 2015) of one tile: at every position of relu3 the activations of all layers there,
 * [h₃, w₃, Σc]: the mean over its area in finer layers, bilinear between the positions of coarser ones. Layers are
 * added shallow to deep, as the network makes them, and are not kept.
 */
export class HypercolumnBuilder {
  private readonly parts: Tensor[] = [];

  constructor(
    private readonly engine: Engine,
    private readonly geometries: Geometries,
  ) {}

  add(layer: string, activation: Tensor): void {
    this.parts.push(this.onGrid(activation, this.geometries.get(layer)!.stride));
  }

  /** The hypercolumns, which the caller disposes. */
  finish(): Tensor {
    const columns = this.engine.concatenateChannels(this.parts);
    this.engine.dispose(...this.parts);
    this.parts.length = 0;
    return columns;
  }

  private onGrid(activation: Tensor, stride: number): Tensor {
    const gridStride = this.geometries.get(HYPERCOLUMN_GRID)!.stride;
    if (stride > gridStride) return this.fromCoarser(activation);
    if (stride === gridStride) return this.engine.copy(activation);
    const pooled = this.engine.pool(activation, 'avg');
    if (2 * stride === gridStride) return pooled;
    const onGrid = this.engine.pool(pooled, 'avg');
    this.engine.dispose(pooled);
    return onGrid;
  }

  /** A picture too small to have a single position there counts 0. */
  private fromCoarser(activation: Tensor): Tensor {
    const [height, width] = this.parts[0].shape;
    const [coarseHeight, coarseWidth, channels] = activation.shape;
    if (coarseHeight * coarseWidth === 0) return this.engine.zeros([height, width, channels]);
    return this.engine.upsample(activation, height, width);
  }
}

/** The adjoint of one layer's way to the grid: its part [h₃, w₃, c] of ∂J/∂columns → ∂J/∂a[l], of the shape of a[l]. */
export function fromGrid(engine: Engine, part: Tensor, shape: readonly number[], ratio: number): Tensor {
  const [height, width, channels] = shape;
  switch (ratio) {
    case 4: {
      const half = unpool(engine, part, [Math.floor(height / 2), Math.floor(width / 2), channels]);
      const whole = unpool(engine, half, shape);
      engine.dispose(half);
      return whole;
    }
    case 2:
      return unpool(engine, part, shape);
    case 1:
      return engine.copy(part);
    default:
      return engine.upsampleGradient(part);
  }
}

/** Average pooling's gradient asks its input and output for their shapes alone. */
function unpool(engine: Engine, gradient: Tensor, shape: readonly number[]): Tensor {
  const like = engine.zeros(shape);
  const unpooled = engine.poolGradient(gradient, like, gradient, 'avg');
  engine.dispose(like);
  return unpooled;
}
