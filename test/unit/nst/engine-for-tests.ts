import { createTfjsEngine } from '../../../src/nst/engines/tfjs';
import type { Engine } from '../../../src/nst/engines/engine';
import type { Model, ModelLayer } from '../../../src/nst/model/model';
import { seededRandom } from '../../../src/nst/images/random';

/** The reference engine: plain JavaScript, float32. */
export function cpuEngine(): Promise<Engine> {
  return createTfjsEngine({ backend: 'cpu' });
}

/** A small random network of VGG's shape: two blocks with two layers each. */
export function smallModel(): Model {
  const random = seededRandom(7);
  const layer = (name: string, inputChannels: number, outputChannels: number, poolBefore: boolean): ModelLayer => ({
    name,
    poolBefore,
    inputChannels,
    outputChannels,
    kernel: Float32Array.from({ length: 9 * inputChannels * outputChannels }, () => (random() - 0.45) * Math.sqrt(2 / (9 * inputChannels))),
    bias: Float32Array.from({ length: outputChannels }, () => random() - 0.5),
  });
  return {
    id: 'small',
    name: 'Small random network',
    channelOffsets: [-120, -115, -105],
    layers: [layer('relu1_1', 3, 8, false), layer('relu1_2', 8, 8, false), layer('relu2_1', 8, 16, true), layer('relu2_2', 16, 16, false)],
  };
}

/** A picture of smooth random blobs, opaque unless `alpha` says otherwise. */
export function randomPicture(width: number, height: number, seed: number, alpha: (x: number, y: number) => number = () => 255) {
  const random = seededRandom(seed);
  const phases = Array.from({ length: 9 }, () => random() * 6);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) {
        const wave = Math.sin(x * (0.2 + phases[c] / 9) + phases[c + 3]) * Math.cos(y * (0.15 + phases[c + 3] / 11) + phases[c + 6]);
        data[4 * (y * width + x) + c] = 128 + 90 * wave + 30 * (random() - 0.5);
      }
      data[4 * (y * width + x) + 3] = alpha(x, y);
    }
  }
  return { width, height, data };
}
