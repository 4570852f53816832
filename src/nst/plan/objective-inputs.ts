import type { Engine, Tensor } from '../engines/engine';
import type { PreparedImages } from '../images/prepare-images';
import { resample, type FloatImage } from '../images/resample';
import { opaqueRgba, rgbOf } from '../images/rgb';
import { startingImage } from '../images/starting-image';
import type { ObjectiveInputs } from '../objective';
import type { MemoryPlan, Size, Sizes } from './plan-memory';
import type { Coverage } from '../position-weights';

/** The same pictures with their sides times `scale`. */
export function imagesAtScale(images: PreparedImages, scale: number): PreparedImages {
  if (scale === 1) return images;
  const content = scaled(images.content, scale);
  const styles = images.styles.map((style) => ({
    ...style,
    image: scaled(style.image, scale),
    coverage: style.coverage && scaledCoverage(style.coverage, scale),
    region: style.region && scaledCoverage(style.region, scale),
  }));
  return {
    ...images,
    content,
    coverage: images.coverage && scaledCoverage(images.coverage, scale),
    styles,
    start: ({ init, seed }) => startingImage(init, content, styles[0].image, seed),
  };
}

function scaled(image: FloatImage, scale: number): FloatImage {
  return rgbOf(opaqueRgba(resample(image, scaledSide(image.width, scale), scaledSide(image.height, scale))));
}

function scaledCoverage({ width, height, weights }: Coverage, scale: number): Coverage {
  const image = resample({ width, height, channels: 1, data: weights }, scaledSide(width, scale), scaledSide(height, scale));
  return { width: image.width, height: image.height, weights: image.data.map((weight) => Math.min(1, Math.max(0, weight))) };
}

/** The sizes alone of `imagesAtScale`. */
export function sizesAtScale({ content, styles }: PreparedImages, scale: number): Sizes {
  const sizeOf = ({ width, height }: Size): Size => ({ width: scaledSide(width, scale), height: scaledSide(height, scale) });
  return { content: sizeOf(content), styles: styles.map(({ image }) => sizeOf(image)) };
}

function scaledSide(side: number, scale: number): number {
  return Math.max(1, Math.round(side * scale));
}

/** `previous`: G of the scale before, at this one's size. */
export function objectiveInputs(engine: Engine, images: PreparedImages, plan: MemoryPlan, previous: FloatImage | null): ObjectiveInputs {
  return {
    content: uploadImage(engine, images.content),
    coverage: images.coverage,
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
