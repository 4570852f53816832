import { EngineError } from '../engine-error';

/**
 * How a tensor lies in a texture. Four channels make a texel; the [h, w] texels of each block of four channels are
 * one rectangle, and the rectangles are laid out in rows of `columns`. Fewer dimensions count from the last one:
 * [n] is [1, 1, n] and [m, n] is [m, 1, n].
 */
export interface Layout {
  height: number;
  width: number;
  channels: number;
  /** ⌈channels / 4⌉ */
  blocks: number;
  /** Blocks side by side. */
  columns: number;
  textureWidth: number;
  textureHeight: number;
}

/** Throws EngineError('out-of-memory') where no texture is large enough. */
export function layoutOf(shape: readonly number[], maxTextureSize: number): Layout {
  const [height, width, channels] = shape.length === 3 ? shape : [shape.length === 2 ? shape[0] : 1, 1, shape[shape.length - 1]];
  const blocks = Math.ceil(channels / 4);
  const columns = mostColumns(blocks, Math.floor(maxTextureSize / Math.max(1, width)));
  const layout = {
    height,
    width,
    channels,
    blocks,
    columns,
    // There are no empty textures, but pooling makes an empty tensor of a single pixel.
    textureWidth: Math.max(1, columns * width),
    textureHeight: Math.max(1, (blocks / columns) * height),
  };
  if (layout.textureWidth > maxTextureSize || layout.textureHeight > maxTextureSize) {
    throw new EngineError('out-of-memory', `A tensor of shape [${shape.join(', ')}] does not fit a texture here; choose a smaller size.`);
  }
  return layout;
}

/** The largest divisor that fits, so that no part of a texture is left over. */
function mostColumns(blocks: number, most: number): number {
  let columns = Math.max(1, Math.min(blocks, most));
  while (blocks % columns > 0) columns -= 1;
  return columns;
}

/** As shaders take it: `uniform ivec3` of width, height and columns. */
export function gridOf({ width, height, columns }: Layout): [number, number, number] {
  return [width, height, columns];
}

/** Row-major values → texels, four channels each, zero where the last block has none. */
export function toTexels(values: Float32Array, layout: Layout): Float32Array {
  const texels = new Float32Array(layout.textureWidth * layout.textureHeight * 4);
  forEachTexel(layout, (texel, first, count) => {
    for (let lane = 0; lane < count; lane++) texels[texel + lane] = values[first + lane];
  });
  return texels;
}

/** The inverse of `toTexels`. */
export function fromTexels(texels: Float32Array, layout: Layout): Float32Array {
  const values = new Float32Array(layout.height * layout.width * layout.channels);
  forEachTexel(layout, (texel, first, count) => {
    for (let lane = 0; lane < count; lane++) values[first + lane] = texels[texel + lane];
  });
  return values;
}

function forEachTexel(
  { height, width, channels, blocks, columns, textureWidth }: Layout,
  visit: (texel: number, first: number, count: number) => void,
): void {
  for (let block = 0; block < blocks; block++) {
    const [left, top] = [(block % columns) * width, Math.floor(block / columns) * height];
    const count = Math.min(4, channels - 4 * block);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) visit(4 * ((top + y) * textureWidth + left + x), (y * width + x) * channels + 4 * block, count);
    }
  }
}
