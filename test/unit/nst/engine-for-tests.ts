import { createTfjsEngine } from '../../../src/nst/engines/tfjs';
import type { Engine } from '../../../src/nst/engines/engine';
import type { Model, ModelLayer } from '../../../src/nst/model/model';
import { seededRandom } from '../../../src/nst/images/random';

/** The reference engine: plain JavaScript, float32. */
export function cpuEngine(): Promise<Engine> {
  return createTfjsEngine({ backend: 'cpu' });
}

type LayerShape = [name: string, inputChannels: number, outputChannels: number, poolBefore: boolean];

/** A small random network of VGG's shape: two blocks with two layers each. */
export function smallModel(): Model {
  return randomModel([
    ['relu1_1', 3, 8, false],
    ['relu1_2', 8, 8, false],
    ['relu2_1', 8, 16, true],
    ['relu2_2', 16, 16, false],
  ]);
}

/** The same down to relu4_2, with few channels. */
export function deepModel(): Model {
  return randomModel([
    ['relu1_1', 3, 8, false],
    ['relu1_2', 8, 8, false],
    ['relu2_1', 8, 8, true],
    ['relu2_2', 8, 8, false],
    ['relu3_1', 8, 8, true],
    ['relu3_2', 8, 8, false],
    ['relu3_3', 8, 8, false],
    ['relu4_1', 8, 16, true],
    ['relu4_2', 16, 8, false],
  ]);
}

function randomModel(shapes: readonly LayerShape[]): Model {
  const random = seededRandom(7);
  const layer = ([name, inputChannels, outputChannels, poolBefore]: LayerShape): ModelLayer => ({
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
    layers: shapes.map(layer),
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
