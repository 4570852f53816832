import type { Engine, Scalar, Tensor } from '../engines/engine';
import type { LayerGeometry } from '../geometry';
import type { Region } from '../position-weights';
import type { Tile } from '../tiles';

/** Mean vector of a layer's activations, and how far from it they are: r² = mean ‖a − μ‖². */
export interface LayerMoments {
  /** μ, [c] */
  mean: Float64Array;
  /** mean ‖a‖² = r² + ‖μ‖² */
  square: number;
}

/** Sums of activations over the positions of a region, tile by tile, for some layers. */
export class LayerStatistics {
  private readonly sums = new Map<string, Tensor[]>();
  private readonly squares = new Map<string, Scalar[]>();

  constructor(
    private readonly engine: Engine,
    private readonly geometries: ReadonlyMap<string, LayerGeometry>,
    private readonly region: Region,
  ) {}

  add(tile: Tile, layer: string, activation: Tensor): void {
    const weights = this.region.weights(tile, this.geometries.get(layer)!);
    const zeros = this.engine.zeros(activation.shape);
    append(this.sums, layer, this.engine.channelSums(activation, weights));
    append(this.squares, layer, this.engine.squaredDistance(activation, zeros, weights));
    this.engine.dispose(zeros);
  }

  /** Waits for the device; frees what was summed. */
  async finish(): Promise<Map<string, LayerMoments>> {
    const moments = new Map<string, LayerMoments>();
    for (const [layer, sums] of this.sums) {
      const positions = Math.max(this.region.positions(this.geometries.get(layer)!), Number.EPSILON);
      const squares = this.squares.get(layer)!;
      const mean = new Float64Array(sums[0].shape[0]);
      for (const sum of sums) (await this.engine.read(sum)).forEach((value, c) => (mean[c] += value / positions));
      const square = (await this.engine.readScalars(squares)).reduce((total, value) => total + value, 0) / positions;
      moments.set(layer, { mean, square });
      this.engine.dispose(...sums, ...squares);
    }
    this.sums.clear();
    this.squares.clear();
    return moments;
  }
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}

/** Moments of a mixture, whose shares sum to 1. */
export function mixedMoments(parts: readonly { share: number; moments: ReadonlyMap<string, LayerMoments> }[]): Map<string, LayerMoments> {
  const layers = [...parts[0].moments.keys()];
  return new Map(
    layers.map((layer) => {
      const mean = parts[0].moments.get(layer)!.mean.map((_, c) => sumOf(parts, (of) => of.get(layer)!.mean[c]));
      return [layer, { mean, square: sumOf(parts, (of) => of.get(layer)!.square) }];
    }),
  );
}

function sumOf(
  parts: readonly { share: number; moments: ReadonlyMap<string, LayerMoments> }[],
  valueOf: (moments: ReadonlyMap<string, LayerMoments>) => number,
): number {
  return parts.reduce((sum, { share, moments }) => sum + share * valueOf(moments), 0);
}

/** r, kept away from 0 for pictures of one flat colour, whose activations hardly vary. */
export function spreadOf({ mean, square }: LayerMoments): number {
  const energy = mean.reduce((sum, value) => sum + value * value, 0);
  return Math.sqrt(Math.max(square - energy, 1e-6 * energy, 1e-12));
}
