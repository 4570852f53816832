import { ArbitraryStylizer } from '../../nst/preview/arbitrary-stylizer';
import { LearnedStyles, LEARNED_STYLES, onlyStyle } from '../../nst/preview/learned-styles';
import { mixPictures } from '../../nst/preview/mix-pictures';
import { startPreviewBackend } from '../../nst/preview/start-backend';
import { blendStyleVectors, styleWithStrength, type StyleVector } from '../../nst/preview/style-vectors';
import type { FloatImage } from '../../nst/images/resample';
import type { PreviewRequest } from '../../protocol/previews';
import { assetUrl, fetchAsset } from '../assets';
import { StyleVectorCache } from './style-vector-cache';

type WeightedSource = PreviewRequest['styles'][number];

/** Both networks, loaded when a style first needs them. */
export class PreviewNetworks {
  private backend: Promise<unknown> | null = null;
  private arbitrary: Promise<{ stylizer: ArbitraryStylizer; vectors: StyleVectorCache }> | null = null;
  private learned: Promise<LearnedStyles> | null = null;
  /** The style of the last content, for strengths below 1. */
  private own: { content: FloatImage; vector: StyleVector } | null = null;

  /** Pictures' styles blend as vectors, learned ones as weights; where both are asked for, the two paintings blend. */
  async stylize(content: FloatImage, styles: readonly WeightedSource[], strength: number): Promise<FloatImage> {
    const learned = styles.filter(({ source, weight }) => source.kind === 'learned' && weight > 0);
    const pictures = styles.filter(({ source, weight }) => source.kind !== 'learned' && weight > 0);
    if (learned.length === 0) return this.inPictures(content, pictures, strength);
    if (pictures.length === 0) return this.inLearned(content, learned, strength);
    const share = sumOf(learned) / (sumOf(learned) + sumOf(pictures));
    return mixPictures(await this.inPictures(content, pictures, strength), await this.inLearned(content, learned, strength), share);
  }

  private async inPictures(content: FloatImage, styles: readonly WeightedSource[], strength: number): Promise<FloatImage> {
    const { stylizer, vectors } = await this.loadArbitrary();
    const read = [];
    for (const { source, weight } of styles) read.push({ vector: await vectors.vectorOf(source), weight });
    const style = blendStyleVectors(read);
    const vector = strength === 1 ? style : styleWithStrength(await this.ownVector(stylizer, content), style, strength);
    return stylizer.stylizeWithVector(content, vector);
  }

  /** A learned style has no vector to go towards, so strength mixes the pictures. */
  private async inLearned(content: FloatImage, styles: readonly WeightedSource[], strength: number): Promise<FloatImage> {
    const network = await this.loadLearned();
    const weights = new Array<number>(LEARNED_STYLES).fill(0);
    for (const { source, weight } of styles) {
      if (source.kind === 'learned') onlyStyle(source.index).forEach((one, i) => (weights[i] = (weights[i] ?? 0) + weight * one));
    }
    const painted = await network.stylize(content, weights);
    return strength === 1 ? painted : mixPictures(content, painted, strength);
  }

  private async ownVector(stylizer: ArbitraryStylizer, content: FloatImage): Promise<StyleVector> {
    if (this.own?.content !== content) this.own = { content, vector: await stylizer.predictStyleVector(content) };
    return this.own.vector;
  }

  private async loadArbitrary(): Promise<{ stylizer: ArbitraryStylizer; vectors: StyleVectorCache }> {
    await this.startBackend();
    this.arbitrary ??= ArbitraryStylizer.load(fetchAsset).then((stylizer) => ({ stylizer, vectors: new StyleVectorCache(stylizer) }));
    this.arbitrary.catch(() => (this.arbitrary = null));
    return this.arbitrary;
  }

  private async loadLearned(): Promise<LearnedStyles> {
    await this.startBackend();
    this.learned ??= LearnedStyles.load(fetchAsset);
    this.learned.catch(() => (this.learned = null));
    return this.learned;
  }

  private startBackend(): Promise<unknown> {
    this.backend ??= startPreviewBackend(assetUrl('engines/tfjs/'));
    this.backend.catch(() => (this.backend = null));
    return this.backend;
  }
}

function sumOf(styles: readonly WeightedSource[]): number {
  return styles.reduce((sum, { weight }) => sum + weight, 0);
}
