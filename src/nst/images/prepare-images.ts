import type { Coverage } from '../position-weights';
import type { StyleTransferSettings } from '../settings';
import { composeDeepLayer, composeLayer } from './compose-layer';
import { luminanceOf, matchColors, matchLuminance } from './colors';
import { fillHidden } from './fill-hidden';
import type { DeepImage, RgbaImage } from './image';
import { ImageError } from './image-error';
import { continued, withoutContinuation } from './least-side';
import { periodicPart } from './periodic-part';
import { resampleRgba, sizeWithin, type FloatImage } from './resample';
import { rgbOf, storable } from './rgb';
import { startingImage } from './starting-image';
import { wrappingSide } from './wrapping-size';

/** Pictures as they come from the user. */
export interface StyleTransferImages {
  content: RgbaImage;
  styles: readonly {
    image: RgbaImage;
    /** Relative to the other styles. */
    weight: number;
    /** Brightness times alpha says where in G this style applies; null means everywhere. */
    mask: RgbaImage | null;
  }[];
  /** Brightness times alpha limits the change; null means the whole picture. */
  mask: RgbaImage | null;
  /** Brightness times alpha says where the content's shapes are kept (see `keptMore`); none: everywhere alike. */
  keepMask?: RgbaImage | null;
  /** Longest side of G; null keeps the content's. */
  size: number | null;
}

export interface PreparedStyle {
  image: FloatImage;
  /** Which of its pixels count; null means all. */
  coverage: Coverage | null;
  /** Where in G it applies; null means everywhere. */
  region: Coverage | null;
  weight: number;
  /** Its values are 16-bit ones. */
  isDeep: boolean;
}

/** Pictures at one size, in 0…255, as the network sees them: no side is shorter than `LEAST_SIDE`. */
export interface PreparedImages {
  content: FloatImage;
  /** The content's values are 16-bit ones: fractions of 8-bit ones. */
  isDeep: boolean;
  /** G goes on with its opposite edges: a tile of a pattern. The content's sides are whole positions at every layer then. */
  wraps: boolean;
  /** The layer's size. G's is that of the content: continued to what the network can see, or whole positions of a tile. */
  size: { width: number; height: number };
  /** Visible and selected pixels of the content; null means all. */
  coverage: Coverage | null;
  /** Where the content's shapes are kept; null means everywhere alike. */
  kept: Coverage | null;
  styles: readonly PreparedStyle[];
  start(settings: Pick<StyleTransferSettings, 'init' | 'seed'>): FloatImage;
  /** The layer that a generated picture of any scale makes: source's alpha and mask, source's colours if kept. */
  compose(generated: FloatImage): RgbaImage;
  /** The same in 16 bits a channel. */
  composeDeep(generated: FloatImage): DeepImage;
}

/**
 * Resizes to the final size, hides what does not count, and treats colours as the settings ask. All values are whole
 * 8-bit ones, or 16-bit ones where the file has them. Throws ImageError where nothing of a picture counts.
 */
export function prepareImages(
  images: StyleTransferImages,
  settings: Pick<StyleTransferSettings, 'styleScale' | 'keepColors' | 'padding'>,
): PreparedImages {
  const wraps = settings.padding === 'wrap';
  const size = sizeOf(images);
  const [width, height] = [size.width, size.height].map((side) => (wraps ? wrappingSide(side) : side));
  const sized = (picture: RgbaImage): RgbaImage => continued(resampleRgba(picture, width, height, wraps));
  const source = sized(images.content);
  assertVisible(source, 'The content image');
  const coverage = coverageOf(source, images.mask && sized(images.mask));
  if (coverage && !counts(coverage)) {
    throw new ImageError('nothing-selected', 'The mask selects nothing that is visible; paint the part to change in white.');
  }
  const shown = coverage ? fillHidden(rgbOf(source), coverage) : rgbOf(source);
  const visible = wraps ? periodicPart(shown) : shown;
  const isDeep = source.deep !== undefined;
  const content = storable(settings.keepColors === 'luminance' ? luminanceOf(visible) : visible, isDeep);
  const styleSide = Math.max(width, height) * settings.styleScale;
  const styles = images.styles.map(({ image, weight, mask }) => ({
    ...prepareStyle(image, styleSide, content, settings.keepColors),
    region: mask && regionOf(sized(mask)),
    weight,
  }));
  const surroundings = { source, coverage, visible, keepsColors: settings.keepColors === 'luminance' };
  return {
    content,
    isDeep,
    wraps,
    size,
    coverage,
    kept: images.keepMask ? maskCoverage(sized(images.keepMask)) : null,
    styles,
    start: ({ init, seed }) => startingImage(init, content, styles[0].image, seed),
    compose: (generated) => {
      const layer = composeLayer(surroundings, generated);
      return wraps ? layer : withoutContinuation(layer, content, size);
    },
    composeDeep: (generated) => {
      const layer = composeDeepLayer(surroundings, generated);
      return wraps ? layer : withoutContinuation(layer, content, size);
    },
  };
}

function sizeOf({ content, size }: StyleTransferImages): { width: number; height: number } {
  const { width, height } = content;
  return size === null ? { width, height } : sizeWithin(width, height, size);
}

function prepareStyle(
  image: RgbaImage,
  side: number,
  content: FloatImage,
  keepColors: StyleTransferSettings['keepColors'],
): Pick<PreparedStyle, 'image' | 'coverage' | 'isDeep'> {
  const { width, height } = sizeWithin(image.width, image.height, side);
  const resized = continued(resampleRgba(image, width, height));
  assertVisible(resized, 'A style image');
  const coverage = coverageOf(resized, null);
  const visible = coverage ? fillHidden(rgbOf(resized), coverage) : rgbOf(resized);
  const isDeep = resized.deep !== undefined;
  return { image: storable(recolored(visible, content, keepColors), isDeep), coverage, isDeep };
}

/** A picture's colours, with hidden pixels continued from visible ones. Throws ImageError where nothing is visible. */
export function fillHiddenRgb(image: RgbaImage, what = 'The style image'): FloatImage {
  assertVisible(image, what);
  const coverage = coverageOf(image, null);
  return coverage ? fillHidden(rgbOf(image), coverage) : rgbOf(image);
}

function recolored(style: FloatImage, content: FloatImage, keepColors: StyleTransferSettings['keepColors']): FloatImage {
  if (keepColors === 'luminance') return matchLuminance(luminanceOf(style), content);
  return keepColors === 'match' ? matchColors(style, content) : style;
}

function assertVisible({ data }: RgbaImage, what: string): void {
  for (let i = 3; i < data.length; i += 4) if (data[i] > 0) return;
  throw new ImageError('nothing-visible', `${what} is fully transparent; choose one with something to see.`);
}

function counts({ weights }: Coverage): boolean {
  return weights.some((weight) => weight > 0);
}

/** Alpha times mask in 0…1; null where everything counts fully. */
function coverageOf(image: RgbaImage, mask: RgbaImage | null): Coverage | null {
  const selection = mask && maskCoverage(mask);
  const { values, full } = finestOf(image);
  const weights = Float32Array.from({ length: image.width * image.height }, (_, i) => {
    return (values[4 * i + 3] / full) * (selection ? selection.weights[i] : 1);
  });
  return weights.every((weight) => weight === 1) ? null : { width: image.width, height: image.height, weights };
}

/** Where a style applies. */
function regionOf(mask: RgbaImage): Coverage {
  const region = maskCoverage(mask);
  if (counts(region)) return region;
  throw new ImageError('nothing-selected', 'The mask of a style selects nothing; paint the part where the style applies in white.');
}

/** Brightness times alpha of a mask picture, 0…1. */
function maskCoverage(mask: RgbaImage): Coverage {
  const { width, height } = mask;
  const { values, full } = finestOf(mask);
  const weights = Float32Array.from({ length: width * height }, (_, i) => {
    const brightness = (values[4 * i] + values[4 * i + 1] + values[4 * i + 2]) / (3 * full);
    return (brightness * values[4 * i + 3]) / full;
  });
  return { width, height, weights };
}

/** Its values with as many bits as it has. */
function finestOf({ data, deep }: RgbaImage): { values: ArrayLike<number>; full: number } {
  return deep ? { values: deep, full: 65535 } : { values: data, full: 255 };
}
