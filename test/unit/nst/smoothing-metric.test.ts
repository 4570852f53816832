import type { Engine } from '../../../src/nst/engines/engine';
import { applySmoothingMetric } from '../../../src/nst/optimizers/smoothing-metric';
import { openEngine } from '../wasm-engine/open-engine';
import { cpuEngine } from './engine-for-tests';

const [HEIGHT, WIDTH, CHANNELS] = [37, 50, 3];
const SIZE = HEIGHT * WIDTH * CHANNELS;

function waves(frequency: number): Float32Array {
  return Float32Array.from({ length: SIZE }, (_, i) => Math.sin(frequency * i) + 0.3 * Math.cos(0.7 * i));
}

function inner(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

/** The value at the middle of the picture, first channel. */
function middle(values: Float32Array): number {
  return values[(18 * WIDTH + 25) * CHANNELS];
}

describe('the smoothing metric', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterEach(() => expect(engine.memory().tensors).toBe(0));

  async function smooth(values: Float32Array, device = engine): Promise<Float32Array> {
    const tensor = device.upload(values, [HEIGHT, WIDTH, CHANNELS]);
    const smoothed = applySmoothingMetric(device, tensor);
    const result = await device.read(smoothed);
    device.dispose(tensor, smoothed);
    return result;
  }

  it('is symmetric, for sides that no level halves evenly', async () => {
    const [a, b] = [waves(0.013), waves(0.21)];
    const [ab, ba] = [inner(a, await smooth(b)), inner(b, await smooth(a))];
    expect(Math.abs(ab - ba)).toBeLessThan(1e-4 * Math.abs(ab));
  });

  it.each([0.001, 0.05, 1, 3])('is at least the identity along waves of frequency %d', async (frequency) => {
    const v = waves(frequency);
    expect(inner(v, await smooth(v))).toBeGreaterThanOrEqual(inner(v, v));
  });

  it('strengthens what is broad and leaves what is fine', async () => {
    const constant = await smooth(new Float32Array(SIZE).fill(1));
    const checkered = Float32Array.from({ length: SIZE }, (_, i) => {
      const pixel = Math.floor(i / CHANNELS);
      return (Math.floor(pixel / WIDTH) + pixel) % 2 ? -1 : 1;
    });
    expect(middle(constant)).toBeGreaterThan(6);
    expect(Math.abs(middle(await smooth(checkered)) / middle(checkered))).toBeCloseTo(1, 1);
  });

  it('spreads a pixel without a step between the blocks of the pyramid', async () => {
    const point = new Float32Array(SIZE);
    point[(18 * WIDTH + 25) * CHANNELS] = 1;
    const row = Array.from(await smooth(point)).filter((_, i) => Math.floor(i / CHANNELS / WIDTH) === 18 && i % CHANNELS === 0);
    const around = row.filter((_, x) => x !== 25);
    const steps = around.slice(1).map((value, i) => Math.abs(value - around[i]));
    expect(Math.max(...steps)).toBeLessThan(0.1);
    expect(row[25]).toBeGreaterThan(1);
  });

  it('is the same on another engine', async () => {
    const other = await cpuEngine();
    const [here, there] = [await smooth(waves(0.05)), await smooth(waves(0.05), other)];
    expect(Math.max(...here.map((value, i) => Math.abs(value - there[i])))).toBeLessThan(1e-4);
    expect(other.memory().tensors).toBe(0);
    other.destroy();
  });
});
