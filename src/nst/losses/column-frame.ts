import type { Engine, Tensor } from '../engines/engine';
import { HYPERCOLUMN_LAYERS } from './hypercolumns';
import { spreadOf, type LayerMoments } from './layer-statistics';

/** Where hypercolumns are measured from, and in what unit: each layer less its mean μ_l, divided by its spread r_l. */
export class ColumnFrame {
  private readonly factors: Tensor;
  private readonly offsets: Tensor;

  constructor(
    private readonly engine: Engine,
    /** μ_l */
    means: ReadonlyMap<string, LayerMoments>,
    /** r_l */
    private readonly spreads: ReadonlyMap<string, LayerMoments>,
  ) {
    const channels = HYPERCOLUMN_LAYERS.flatMap((layer) => [...means.get(layer)!.mean].map((mean) => ({ mean, unit: this.spread(layer) })));
    this.factors = engine.upload(
      Float32Array.from(channels, ({ unit }) => 1 / unit),
      [channels.length],
    );
    this.offsets = engine.upload(
      Float32Array.from(channels, ({ mean, unit }) => -mean / unit),
      [channels.length],
    );
  }

  spread(layer: string): number {
    return spreadOf(this.spreads.get(layer)!);
  }

  /** (columns − μ) / r, in place. */
  center(columns: Tensor): void {
    this.engine.scaleChannels(columns, this.factors, this.offsets);
  }

  dispose(): void {
    this.engine.dispose(this.factors, this.offsets);
  }
}
