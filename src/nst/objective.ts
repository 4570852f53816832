import type { Engine, Scalar, Tensor } from './engines/engine';
import type { LayerGeometry } from './geometry';
import { createTerms } from './losses/create-terms';
import type { Activations, LossContext } from './losses/loss';
import { partsOfTerms, type Term } from './losses/term';
import type { Network, Recording } from './network';
import { addPatch, cropPatch } from './patches';
import type { ObjectiveSettings } from './objective-settings';
import type { Coverage, Region } from './position-weights';
import type { LossParts } from './report';
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
  /** Where the content counts more (see `keptMore`); null means everywhere alike. */
  kept: Coverage | null;
  styles: readonly StyleSource[];
  /** G of the scale before, enlarged to the content's size; null at the first one. */
  previous: Tensor | null;
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
  private constructor(
    private readonly engine: Engine,
    private readonly network: Network,
    private readonly settings: ObjectiveSettings,
    private readonly tiles: readonly Tile[],
    private readonly terms: readonly Term[],
    private readonly regions: readonly Region[],
  ) {}

  static async create(
    engine: Engine,
    network: Network,
    geometries: ReadonlyMap<string, LayerGeometry>,
    inputs: ObjectiveInputs,
    settings: ObjectiveSettings,
  ): Promise<Objective> {
    const { tiles } = inputs;
    const context: LossContext = { engine, network, geometries, normalization: settings.normalization, tiles };
    const { terms, regions } = await createTerms(context, inputs, settings);
    return new Objective(engine, network, settings, tiles, terms, regions);
  }

  /** J(G) and ∂J/∂G: sums such as Gram matrices over all tiles first, then losses and gradients tile by tile. */
  evaluate(generated: Tensor): PendingEvaluation {
    const scalars = this.terms.map((): Scalar[] => []);
    const kept = this.accumulate(generated);
    this.terms.forEach(({ loss }, i) => scalars[i].push(...(loss.measureSums?.() ?? [])));
    const totalVariation = this.engine.totalVariation(generated, this.network.wraps);
    const gradient = kept ? this.differentiateTile(0, kept, scalars) : this.differentiateTiles(generated, scalars);
    this.terms.forEach((term, i) => scalars[i].push(...this.differentiatePicture(term, generated, gradient)));
    if (this.settings.tvWeight > 0) this.engine.addTotalVariationGradient(gradient, generated, this.settings.tvWeight, this.network.wraps);
    for (const { loss } of this.terms) loss.endEvaluation?.();
    return { gradient, read: (extra = []) => this.readLosses(scalars, totalVariation, extra) };
  }

  dispose(): void {
    for (const { loss } of this.terms) loss.dispose();
    for (const region of this.regions) region.dispose();
  }

  /** Shows every tile to the losses that sum over all of them. Returns the recording of a single tile, which need not be repeated. */
  private accumulate(generated: Tensor): Recording | null {
    if (this.tiles.length === 1) {
      const recording = this.network.forward(generated);
      for (const { layer, activation } of recording) this.accumulateTile(0, layer.name, activation);
      return recording;
    }
    const layers = this.terms.flatMap(({ loss }) => (loss.accumulate ? loss.layers : []));
    if (layers.length === 0) return null;
    this.tiles.forEach((tile, index) => {
      const patch = cropPatch(this.engine, generated, tile.patch);
      this.network.visit(patch, layers, (layer, activation) => this.accumulateTile(index, layer, activation));
      this.engine.dispose(patch);
    });
    return null;
  }

  private accumulateTile(tileIndex: number, layer: string, activation: Tensor): void {
    for (const { loss } of this.terms) if (loss.layers.includes(layer)) loss.accumulate?.(tileIndex, layer, activation);
  }

  private differentiateTiles(generated: Tensor, scalars: Scalar[][]): Tensor {
    const gradient = this.engine.zeros(generated.shape);
    this.tiles.forEach((tile, index) => {
      const patch = cropPatch(this.engine, generated, tile.patch);
      const patchGradient = this.differentiateTile(index, this.network.forward(patch), scalars);
      addPatch(this.engine, gradient, patchGradient, tile.patch);
      this.engine.dispose(patch, patchGradient);
    });
    return gradient;
  }

  /** ∂J/∂patch of one tile; appends what its losses measure there. */
  private differentiateTile(tileIndex: number, recording: Recording, scalars: Scalar[][]): Tensor {
    const activations: Activations = new Map(recording.map(({ layer, activation }) => [layer.name, activation]));
    this.terms.forEach(({ loss }, i) => scalars[i].push(...(loss.measureTile?.(tileIndex, activations) ?? [])));
    const gradient = this.network.backward(recording, (layer, activation, upstream) =>
      this.addLossGradients(tileIndex, layer, activation, upstream),
    );
    for (const { loss } of this.terms) loss.endTile?.();
    return gradient;
  }

  /** Adds the gradient of a loss of the picture itself; returns what it measures. */
  private differentiatePicture({ kind, weight, loss }: Term, generated: Tensor, gradient: Tensor): Scalar[] {
    if (!loss.measurePicture) return [];
    const scalars = loss.measurePicture(generated);
    this.addWeighted(gradient, this.weightOf(kind) * weight, (target, scale) => loss.addPictureGradient!(target, scale));
    return scalars;
  }

  private weightOf(kind: Term['kind']): number {
    return kind === 'content' ? this.settings.contentWeight : this.settings.styleWeight;
  }

  private addLossGradients(tileIndex: number, layer: string, activation: Tensor, upstream: Tensor): void {
    for (const { kind, weight, loss } of this.terms) {
      if (!loss.layers.includes(layer)) continue;
      this.addWeighted(upstream, this.weightOf(kind) * weight, (target, scale) =>
        loss.addGradient!(tileIndex, layer, activation, target, scale),
      );
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

  private async readLosses(
    scalars: readonly Scalar[][],
    totalVariation: Scalar,
    extra: readonly Scalar[],
  ): Promise<{ parts: LossParts; extra: number[] }> {
    const all = [...scalars.flat(), totalVariation];
    const values = await this.engine.readScalars([...all, ...extra]);
    this.engine.dispose(...all);
    const [tv] = values.slice(all.length - 1);
    const parts = partsOfTerms(
      this.terms,
      takeShaped(values, scalars).map((ofTerm, i) => this.terms[i].loss.lossOf(ofTerm)),
    );
    const { contentWeight, styleWeight, tvWeight } = this.settings;
    const total = contentWeight * parts.content + styleWeight * parts.style + tvWeight * tv;
    return { parts: { ...parts, tv, total }, extra: values.slice(all.length) };
  }
}

/** Cuts a flat list into pieces as long as the given ones. */
function takeShaped(values: readonly number[], shapes: readonly (readonly unknown[])[]): number[][] {
  let start = 0;
  return shapes.map(({ length }) => values.slice(start, (start += length)));
}
