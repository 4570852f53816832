import type { Engine, Tensor } from '../engines/engine';
import type { PreparedImages, PreparedStyle } from '../images/prepare-images';
import { storable } from '../images/rgb';
import { resample, type FloatImage } from '../images/resample';
import { seenSide } from '../images/least-side';
import { wrappingSide } from '../images/wrapping-size';
import { startingImage } from '../images/starting-image';
import type { ObjectiveInputs } from '../objective';
import type { MemoryPlan, Size, Sizes } from './plan-memory';
import type { Coverage } from '../position-weights';

/** The same pictures with their sides times `scale`. */
export function imagesAtScale(images: PreparedImages, scale: number): PreparedImages {
  if (scale === 1) return images;
  const content = scaledContent(images, scale);
  const styles = images.styles.map((style) => ({
    ...style,
    image: scaled(style, scale),
    coverage: style.coverage && resampledCoverage(style.coverage, scaledSize(style.coverage, scale)),
    region: style.region && resampledCoverage(style.region, content),
  }));
  return {
    ...images,
    content,
    coverage: images.coverage && resampledCoverage(images.coverage, content),
    kept: images.kept && resampledCoverage(images.kept, content),
    styles,
    start: ({ init, seed }) => startingImage(init, content, styles[0].image, seed),
  };
}

function scaledContent({ content, isDeep, wraps }: PreparedImages, scale: number): FloatImage {
  const { width, height } = contentSize({ content, wraps }, scale);
  return storable(resample(content, width, height, wraps), isDeep);
}

/** A tile of a pattern has sides of whole positions at every scale, too. */
function contentSize({ content, wraps }: Pick<PreparedImages, 'content' | 'wraps'>, scale: number): Size {
  const sideOf = (side: number): number => (wraps ? wrappingSide(side * scale) : scaledSide(side, scale));
  return { width: sideOf(content.width), height: sideOf(content.height) };
}

function scaled({ image, isDeep }: PreparedStyle, scale: number): FloatImage {
  return storable(resample(image, scaledSide(image.width, scale), scaledSide(image.height, scale)), isDeep);
}

function resampledCoverage({ width, height, weights }: Coverage, size: Size): Coverage {
  const image = resample({ width, height, channels: 1, data: weights }, size.width, size.height);
  return { width: image.width, height: image.height, weights: image.data.map((weight) => Math.min(1, Math.max(0, weight))) };
}

/** The sizes alone of `imagesAtScale`. */
export function sizesAtScale({ content, styles, wraps }: PreparedImages, scale: number): Sizes {
  return { content: contentSize({ content, wraps }, scale), styles: styles.map(({ image }) => scaledSize(image, scale)) };
}

function scaledSize({ width, height }: Size, scale: number): Size {
  return { width: scaledSide(width, scale), height: scaledSide(height, scale) };
}

function scaledSide(side: number, scale: number): number {
  return seenSide(Math.round(side * scale));
}

/** `previous`: G of the scale before, at this one's size. */
export function objectiveInputs(engine: Engine, images: PreparedImages, plan: MemoryPlan, previous: FloatImage | null): ObjectiveInputs {
  return {
    content: uploadImage(engine, images.content),
    coverage: images.coverage,
    kept: images.kept,
    styles: images.styles.map((style, i) => ({
      image: uploadImage(engine, style.image),
      tiles: plan.styleTiles[i],
      coverage: style.coverage,
      region: style.region,
      weight: style.weight,
    })),
    previous: previous && uploadImage(engine, previous),
    tiles: plan.contentTiles,
  };
}

function uploadImage(engine: Engine, { width, height, data }: FloatImage): Tensor {
  return engine.upload(data, [height, width, 3]);
}
