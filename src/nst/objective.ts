import type { Engine, Scalar, Tensor } from './engines/engine';
import { ContentLoss } from './content-loss';
import type { LayerGeometry } from './geometry';
import type { Network, Recording } from './network';
import type { ObjectiveSettings } from './objective-settings';
import { groupByRegion, intersect, Region, type Coverage } from './position-weights';
import type { LossParts } from './report';
import { StyleLoss } from './style-loss';
import type { Tile } from './tiles';

/** One style image with its place and share. */
export interface StyleSource {
  /** [h, w, 3] in 0…255 */
  image: Tensor;
  tiles: readonly Tile[];
  /** Which pixels of the style image count (its own transparency); null means all. */
  coverage: Coverage | null;
  /** Where in G this style applies; null means wherever the content counts. */
  region: Coverage | null;
  weight: number;
}

export interface ObjectiveInputs {
  /** [h, w, 3] in 0…255 */
  content: Tensor;
  /** Which pixels of the content count; null means all. */
  coverage: Coverage | null;
  styles: readonly StyleSource[];
  /** How C and G are cut; one tile for the whole image if memory allows. */
  tiles: readonly Tile[];
}

/** One evaluation of J whose losses are still on the device. */
export interface PendingEvaluation {
  /** ∂J/∂G, [h, w, 3]; the receiver disposes it. */
  gradient: Tensor;
  /** Waits once for all losses and for `extra`; disposes the losses' scalars, not the extra ones. */
  read(extra?: readonly Scalar[]): Promise<{ parts: LossParts; extra: number[] }>;
}

/** J(G) = α·J_content(C, G) + β·J_style(S, G) + tvWeight·TV(G), with its gradient, for one size of G. */
export class Objective {
  private readonly regions: Region[] = [];
  private readonly contentLosses: ContentLoss[] = [];
  private readonly styleLosses: StyleLoss[] = [];

  private constructor(
    private readonly engine: Engine,
    private readonly network: Network,
    private readonly geometries: ReadonlyMap<string, LayerGeometry>,
    private readonly settings: ObjectiveSettings,
    private readonly tiles: readonly Tile[],
  ) {}

  static async create(
    engine: Engine,
    network: Network,
    geometries: ReadonlyMap<string, LayerGeometry>,
    inputs: ObjectiveInputs,
    settings: ObjectiveSettings,
  ): Promise<Objective> {
    const objective = new Objective(engine, network, geometries, settings, inputs.tiles);
    await objective.targetContent(inputs);
    for (const group of groupByRegion(inputs.styles)) await objective.targetStyles(inputs, group);
    return objective;
  }

  /** J(G) and ∂J/∂G: forward through every tile, Gram matrices summed over tiles, then backward through every tile. */
  evaluate(generated: Tensor): PendingEvaluation {
    const contentDistances = this.contentLosses.map((): Scalar[] => []);
    const kept = this.forwardAll(generated, contentDistances);
    const styleDistances = this.styleLosses.map((loss) => loss.measure());
    const totalVariation = this.engine.totalVariation(generated);
    const gradient = this.backwardAll(generated, kept);
    for (const loss of this.styleLosses) loss.finishEvaluation();
    const scalars = [...contentDistances.flat(), ...styleDistances.flat(), totalVariation];
    return {
      gradient,
      read: async (extra = []) => {
        const values = await this.engine.readScalars([...scalars, ...extra]);
        this.engine.dispose(...scalars);
        const losses = takeShaped(values, [...contentDistances, ...styleDistances, [totalVariation]]);
        return { parts: this.partsOf(losses), extra: values.slice(scalars.length) };
      },
    };
  }

  dispose(): void {
    for (const loss of [...this.contentLosses, ...this.styleLosses]) loss.dispose();
    for (const region of this.regions) region.dispose();
  }

  /** Returns the recording of a single tile, which the backward pass need not repeat. */
  private forwardAll(generated: Tensor, contentDistances: Scalar[][]): Recording | null {
    if (this.tiles.length === 1) {
      const recording = this.network.forward(generated);
      for (const { layer, activation } of recording) this.measure(layer.name, activation, 0, contentDistances);
      return recording;
    }
    this.tiles.forEach((tile, index) => {
      const patch = this.engine.crop(generated, tile.patch);
      this.network.visit(patch, (layer, activation) => this.measure(layer, activation, index, contentDistances));
      this.engine.dispose(patch);
    });
    return null;
  }

  private measure(layer: string, activation: Tensor, tileIndex: number, contentDistances: Scalar[][]): void {
    const tile = this.tiles[tileIndex];
    this.contentLosses.forEach((loss, i) => {
      if (loss.layer === layer) contentDistances[i].push(loss.measure(tile, tileIndex, activation));
    });
    for (const loss of this.styleLosses) if (loss.layer === layer) loss.accumulate(tile, activation);
  }

  private backwardAll(generated: Tensor, kept: Recording | null): Tensor {
    const gradient = kept ? this.backwardTile(0, kept) : this.backwardTiles(generated);
    if (this.settings.tvWeight > 0) this.engine.addTotalVariationGradient(gradient, generated, this.settings.tvWeight);
    return gradient;
  }

  private backwardTiles(generated: Tensor): Tensor {
    const gradient = this.engine.zeros(generated.shape);
    this.tiles.forEach((tile, index) => {
      const patch = this.engine.crop(generated, tile.patch);
      const patchGradient = this.backwardTile(index, this.network.forward(patch));
      this.engine.addPatch(gradient, patchGradient, tile.patch.x, tile.patch.y);
      this.engine.dispose(patch, patchGradient);
    });
    return gradient;
  }

  private backwardTile(tileIndex: number, recording: Recording): Tensor {
    return this.network.backward(recording, (layer, activation, upstream) => this.addLossGradients(tileIndex, layer, activation, upstream));
  }

  private addLossGradients(tileIndex: number, layer: string, activation: Tensor, upstream: Tensor): void {
    const tile = this.tiles[tileIndex];
    const { contentWeight, styleWeight } = this.settings;
    for (const loss of this.contentLosses) {
      if (loss.layer !== layer) continue;
      this.addWeighted(upstream, contentWeight * loss.weight, (target, scale) =>
        loss.addGradient(tile, tileIndex, activation, target, scale),
      );
    }
    for (const loss of this.styleLosses) {
      if (loss.layer !== layer) continue;
      this.addWeighted(upstream, styleWeight * loss.weight, (target, scale) => loss.addGradient(tile, activation, target, scale));
    }
  }

  /** Adds weight · gradient, or weight · gradient / ‖gradient‖₁ where gradients are normalised. */
  private addWeighted(upstream: Tensor, weight: number, addGradient: (target: Tensor, scale: number) => void): void {
    if (!this.settings.normalizeGradients) return addGradient(upstream, weight);
    const gradient = this.engine.zeros(upstream.shape);
    addGradient(gradient, 1);
    const norm = this.engine.absoluteSum(gradient);
    const one = this.engine.upload(Float32Array.of(weight), [1]);
    const factor = this.engine.divideScalars(one, norm);
    this.engine.addScaled(upstream, gradient, factor);
    this.engine.dispose(gradient, norm, one, factor);
  }

  private async targetContent({ content, coverage }: ObjectiveInputs): Promise<void> {
    const region = this.regionOf(content, coverage);
    for (const [layer, weight] of Object.entries(this.settings.contentLayers)) {
      this.contentLosses.push(new ContentLoss(this.engine, layer, weight, this.geometry(layer), region));
    }
    if (this.contentLosses.length === 0) return;
    for (const tile of this.tiles) {
      const patch = this.engine.crop(content, tile.patch);
      this.network.visit(patch, (layer, activation) => {
        for (const loss of this.contentLosses) if (loss.layer === layer) loss.addTarget(activation);
      });
      this.engine.dispose(patch);
    }
    for (const loss of this.contentLosses) await loss.finishTargets(this.tiles, this.settings.normalization);
  }

  private async targetStyles({ content, coverage }: ObjectiveInputs, styles: readonly StyleSource[]): Promise<void> {
    const region = this.regionOf(content, intersect(coverage, styles[0].region));
    const losses = Object.entries(this.settings.styleLayers).map(
      ([layer, weight]) => new StyleLoss(this.engine, layer, weight, this.geometry(layer), region),
    );
    this.styleLosses.push(...losses);
    const weightSum = styles.reduce((sum, { weight }) => sum + weight, 0);
    for (const style of styles) {
      const grams = this.styleGrams(style);
      for (const loss of losses) {
        await loss.addTarget(grams.get(loss.layer)!, style.weight / weightSum, this.settings.normalization);
      }
    }
  }

  /** G(S) / (h_S · w_S) at every style layer. */
  private styleGrams({ image, tiles, coverage }: StyleSource): Map<string, Tensor> {
    const region = new Region(this.engine, image.shape[1], image.shape[0], coverage);
    const grams = new Map<string, Tensor>();
    for (const tile of tiles) {
      const patch = this.engine.crop(image, tile.patch);
      this.network.visit(patch, (layer, activation) => {
        if (!(layer in this.settings.styleLayers)) return;
        const gram = this.engine.gramMatrix(activation, region.weights(tile, this.geometry(layer)));
        const sum = grams.get(layer);
        if (sum) {
          this.engine.addScaled(sum, gram, 1);
          this.engine.dispose(gram);
        } else {
          grams.set(layer, gram);
        }
      });
      this.engine.dispose(patch);
    }
    for (const [layer, gram] of grams) this.engine.scale(gram, 1 / Math.max(region.positions(this.geometry(layer)), Number.EPSILON));
    region.dispose();
    return grams;
  }

  private regionOf(content: Tensor, coverage: Coverage | null): Region {
    const region = new Region(this.engine, content.shape[1], content.shape[0], coverage);
    this.regions.push(region);
    return region;
  }

  private geometry(layer: string): LayerGeometry {
    return this.geometries.get(layer)!;
  }

  private partsOf(losses: number[][]): LossParts {
    const { contentWeight, styleWeight, tvWeight } = this.settings;
    const contents = this.contentLosses.map((loss, i) => loss.lossOf(losses[i].reduce((sum, value) => sum + value, 0)));
    const styles = this.styleLosses.map((loss, i) => loss.lossOf(losses[contents.length + i]));
    const content = weightedSum(this.contentLosses, contents);
    const style = weightedSum(this.styleLosses, styles);
    const tv = losses[losses.length - 1][0];
    return {
      content,
      style,
      perLayer: { content: byLayer(this.contentLosses, contents), style: byLayer(this.styleLosses, styles) },
      tv,
      total: contentWeight * content + styleWeight * style + tvWeight * tv,
    };
  }
}

function weightedSum(losses: readonly { weight: number }[], values: readonly number[]): number {
  return losses.reduce((sum, { weight }, i) => sum + weight * values[i], 0);
}

/** Several regions' losses at one layer add up. */
function byLayer(losses: readonly { layer: string }[], values: readonly number[]): Record<string, number> {
  const sums: Record<string, number> = {};
  losses.forEach(({ layer }, i) => (sums[layer] = (sums[layer] ?? 0) + values[i]));
  return sums;
}

/** Cuts a flat list into pieces as long as the given ones. */
function takeShaped(values: readonly number[], shapes: readonly (readonly unknown[])[]): number[][] {
  let start = 0;
  return shapes.map(({ length }) => values.slice(start, (start += length)));
}
