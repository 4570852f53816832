/** J(G) and its gradient against PyTorch, with the real network. See test/fixtures/README.md. */
import { createTfjsEngine } from '../../../src/nst/engines/tfjs';
import type { Engine } from '../../../src/nst/engines/engine';
import type { FloatImage } from '../../../src/nst/images/resample';
import type { Model } from '../../../src/nst/model/model';
import { gramSettings, type Normalization, type StyleTransferSettings } from '../../../src/nst/settings';
import { evaluateEach, mirrored, relativeDistance } from './evaluate-once';
import { fixturePicture, readBytes, readJson, vgg16 } from './files';

interface ParityCase {
  normalization: Normalization;
  pooling: 'avg' | 'max';
  generated: string;
  perLayer: { content: Record<string, number>; style: Record<string, number> };
  total: number;
}

interface PublishedCase {
  normalization: Normalization;
  pooling: 'avg' | 'max';
  generated: string;
  content: Record<string, number>;
  style: Record<string, number>;
  total: number;
  gradient_l2: number;
}

const settings: StyleTransferSettings = { ...gramSettings, contentWeight: 1, styleWeight: 10, tvWeight: 0 };

describe('parity with PyTorch', () => {
  let engine: Engine;
  let model: Model;
  beforeAll(async () => {
    engine = await createTfjsEngine({ backend: 'wasm', wasmPath: 'node_modules/@tensorflow/tfjs-backend-wasm/dist/' });
    model = await vgg16('relu5_1');
  });

  const { cases } = readJson<{ cases: ParityCase[] }>('test/fixtures/parity-dequantised.json');
  const settingsOf = readJson<{ settings: Partial<StyleTransferSettings> }>('test/fixtures/parity-dequantised.json').settings;

  it.each(cases.map((one, index) => ({ ...one, index })))(
    'has the same losses and gradient from the same weights: $normalization, $pooling, $generated',
    async ({ normalization, pooling, generated, perLayer, total, index }) => {
      const content = fixturePicture('parity-content.png');
      const [{ parts, gradient }] = await evaluateEach(
        engine,
        {
          model,
          content,
          style: fixturePicture('parity-style.png'),
          settings: { ...settings, ...objectiveOf(settingsOf), normalization, pooling },
        },
        [picture(generated, content, 'parity-grey-noise.png')],
      );
      expectClose(parts.perLayer.content, perLayer.content, 1e-3);
      expectClose(parts.perLayer.style, perLayer.style, 1e-3);
      expect(Math.abs(parts.total / total - 1)).toBeLessThan(1e-3);
      expect(relativeDistance(gradient, await expectedGradient(index, gradient.length))).toBeLessThan(1e-2);
    },
  );

  const published = readJson<{ cases: PublishedCase[] }>('test/fixtures/fixture.json').cases.filter(
    ({ generated }) => generated !== 'content',
  );

  it.each(published)(
    'is within 3 % of the unquantised network: $normalization, $pooling, $generated',
    async ({ normalization, pooling, generated, content: contentLosses, style: styleLosses, total }) => {
      const content = fixturePicture('ref-content.png');
      const [{ parts }] = await evaluateEach(
        engine,
        {
          model,
          content,
          style: fixturePicture('ref-style.png'),
          settings: { ...settings, normalization, pooling },
        },
        [picture(generated, content, null)],
      );
      expectClose(parts.perLayer.content, contentLosses, 0.03);
      expectClose(parts.perLayer.style, styleLosses, 0.03);
      expect(Math.abs(parts.total / total - 1)).toBeLessThan(0.03);
    },
  );
});

function objectiveOf(recorded: Partial<StyleTransferSettings>): Partial<StyleTransferSettings> {
  const { contentWeight, styleWeight, tvWeight, contentLayers, styleLayers } = recorded;
  return { contentWeight, styleWeight, tvWeight, contentLayers, styleLayers };
}

function picture(name: string, content: FloatImage, greyNoise: string | null): FloatImage {
  switch (name) {
    case 'content':
      return content;
    case 'mirrored content':
      return mirrored(content);
    case 'mid grey':
      return { ...content, data: content.data.map(() => 128) };
    default:
      return fixturePicture(greyNoise!);
  }
}

/** A loss of exactly 0 in PyTorch may be a rounding error above it here. */
function expectClose(actual: Record<string, number>, expected: Record<string, number>, tolerance: number): void {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [layer, value] of Object.entries(expected)) {
    expect(Math.abs(actual[layer] - value)).toBeLessThanOrEqual(tolerance * Math.abs(value) + 1e-6);
  }
}

async function expectedGradient(index: number, length: number): Promise<Float32Array> {
  const all = new Float32Array(await readBytes('test/fixtures/parity-gradients.bin'));
  return all.subarray(index * length, (index + 1) * length);
}
