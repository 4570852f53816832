import type { WebglDevice } from '../device';
import { gridOf, type Layout } from '../layout';
import { addProductSource, matrixProductSource } from '../shaders/matrix-product';
import type { Texture } from '../textures';

const MOST_PIXELS_AT_ONCE = 16384;

export interface ProductInputs {
  target: Texture;
  activation: Texture;
  /** [c, c] */
  matrix: Texture;
  positionWeights: Texture | null;
  /** Of target and activation. */
  layout: Layout;
}

/** Fills `result` with target + scale · p · matrix · a, some rows of pixels at a time. */
export function addMatrixProduct(device: WebglDevice, inputs: ProductInputs, scale: number, result: Texture): void {
  const { layout } = inputs;
  const pixels = device.limits.maxDrawBuffers >= 8 ? 8 : 4;
  const mostPixels = Math.min(MOST_PIXELS_AT_ONCE, pixels * device.limits.maxTextureSize);
  const rows = Math.max(1, Math.floor(mostPixels / layout.width));
  for (let y = 0; y < layout.height; y += rows) {
    const height = Math.min(rows, layout.height - y);
    device.borrow(Math.ceil((height * layout.width) / pixels), layout.blocks, pixels, (products) =>
      addRows(device, inputs, scale, result, products, y, height),
    );
  }
}

function addRows(
  device: WebglDevice,
  inputs: ProductInputs,
  scale: number,
  result: Texture,
  products: Texture,
  y: number,
  height: number,
): void {
  const { target, activation, matrix, positionWeights, layout } = inputs;
  const { width, blocks } = layout;
  const grid = gridOf(layout);
  const firstPixel = y * width;
  device.run({
    program: matrixProductSource(products.layers),
    target: products,
    textures: { activationTexture: activation, matrixTexture: matrix },
    uniforms: { grid, blocks, firstPixel, lastPixel: firstPixel + height * width - 1 },
  });
  device.run({
    program: addProductSource(products.layers, positionWeights !== null),
    target: result,
    textures: { targetTexture: target, products, ...(positionWeights && { positionWeights }) },
    uniforms: { firstPixel, factor: scale },
    blocks: { layout, region: { x: 0, y, width, height } },
  });
}
