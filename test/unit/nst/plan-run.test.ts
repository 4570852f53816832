import { layerGeometries } from '../../../src/nst/geometry';
import { memoryCost } from '../../../src/nst/plan/memory-cost';
import { planSizes, type RunPlan } from '../../../src/nst/plan/plan-run';
import type { Size } from '../../../src/nst/plan/plan-memory';
import { gramSettings, type StyleTransferSettings } from '../../../src/nst/settings';
import { openEngine } from '../wasm-engine/open-engine';
import { stylize } from '../../../src/nst/stylize';
import { evaluateEach, relativeDistance } from './evaluate-once';
import { randomPicture, smallModel } from './engine-for-tests';
import { rgbOf } from '../../../src/nst/images/rgb';
import { vgg16 } from './files';
import type { Model } from '../../../src/nst/model/model';

const LAST = 'relu5_1';

describe('the memory of a run', () => {
  let model: Model;
  beforeAll(async () => {
    model = await vgg16(LAST);
  });

  function plan(content: Size, change: Partial<StyleTransferSettings> = {}, limitBytes?: number): RunPlan {
    const settings = { ...gramSettings, ...change };
    const cost = memoryCost(model, LAST, settings, 1);
    const sizesAt = (scale: number) => {
      const size = { width: content.width * scale, height: content.height * scale };
      return { content: size, styles: [size] };
    };
    return planSizes(sizesAt, layerGeometries(model).get(LAST)!, cost, { limitBytes }, settings);
  }

  function refusalOf(
    content: Size,
    change: Partial<StyleTransferSettings> = {},
    limitBytes?: number,
  ): { code: string; message: string } | null {
    try {
      plan(content, change, limitBytes);
      return null;
    } catch (error) {
      return error as { code: string; message: string };
    }
  }

  it('counts what the recording and its backward pass hold', () => {
    const { evaluation, features } = memoryCost(model, LAST, gramSettings, 1);
    expect(features).toBe(512);
    expect(evaluation).toBeGreaterThanOrEqual(1064);
    expect(evaluation).toBeLessThan(1264);
  });

  it('keeps activations of every tile under the budget', () => {
    const { contentTiles } = plan({ width: 1024, height: 683 }, { tileMemory: 300 }).tilesAt(1);
    const { evaluation } = memoryCost(model, LAST, gramSettings, 1);
    expect(contentTiles.length).toBeGreaterThan(1);
    for (const { patch } of contentTiles) expect(patch.width * patch.height * evaluation).toBeLessThan(300e6);
  });

  it('does not cut what fits, however long it is', () => {
    expect(plan({ width: 1024, height: 683 }).tilesAt(1).contentTiles).toHaveLength(1);
    expect(plan({ width: 2000, height: 100 }, { tileMemory: 300 }).tilesAt(1).contentTiles).toHaveLength(1);
  });

  it('needs less for tiles than for the whole', () => {
    const size = { width: 1024, height: 683 };
    expect(plan(size, { tileMemory: 300 }).peakBytes(360e6)).toBeLessThan(plan(size).peakBytes(360e6) - 300e6);
  });

  it('refuses a size that cannot run, and names the largest that can', () => {
    const refusal = refusalOf({ width: 12000, height: 8000 });
    expect(refusal).toMatchObject({ code: 'too-large' });
    const [, side] = /^12000 × 8000 pixels need more memory .* at most (\d+) pixels on the longest side\.$/.exec(refusal!.message)!;
    const height = (longest: number): number => Math.ceil((longest * 8000) / 12000);
    expect(refusalOf({ width: Number(side), height: height(Number(side)) })).toBeNull();
    expect(refusalOf({ width: Number(side) + 2, height: height(Number(side) + 2) })).toMatchObject({ code: 'too-large' });
  });

  it('says what to do where not even the weights fit', () => {
    expect(refusalOf({ width: 64, height: 64 }, {}, 100e6)!.message).toMatch(/choose another engine\.$/);
  });

  it('refuses normalised gradients in tiles', () => {
    const size = { width: 1024, height: 683 };
    expect(refusalOf(size, { normalizeGradients: true })).toBeNull();
    expect(refusalOf(size, { normalizeGradients: true, tileMemory: 300 })).toMatchObject({
      code: 'tiles-needed',
      message: expect.stringMatching(/raise --tile-memory/) as string,
    });
  });
});

describe('the forecast', () => {
  it('comes before the first evaluation and is within 30 % of the memory that is then held', async () => {
    const engine = await openEngine();
    const happened: string[] = [];
    const settings: StyleTransferSettings = {
      ...gramSettings,
      evaluations: 20,
      scales: 1,
      contentLayers: { relu2_1: 1 },
      styleLayers: { relu1_1: 1, relu2_2: 1 },
    };
    const [content, style] = [1, 2].map((seed) => randomPicture(256, 180, seed));
    const images = { content, styles: [{ image: style, weight: 1, mask: null }], mask: null, size: null };
    const { forecast } = await stylize(engine, smallModel(), images, settings, {
      onForecast: () => happened.push('forecast'),
      onProgress: () => happened.push('evaluation'),
    });
    const { peakBytes, tensors } = engine.memory();
    engine.destroy();
    expect(happened.slice(0, 2)).toEqual(['forecast', 'evaluation']);
    expect(happened.filter((event) => event === 'forecast')).toHaveLength(1);
    expect(forecast.seconds).toBeGreaterThan(0);
    expect(Math.abs(forecast.peakBytes / peakBytes - 1)).toBeLessThan(0.3);
    expect(tensors).toBe(0);
  });
});

describe('tiles on the WebAssembly engine', () => {
  it('give the same J and gradient as the whole, within a small budget', async () => {
    const engine = await openEngine();
    const model = smallModel();
    const settings: StyleTransferSettings = {
      ...gramSettings,
      contentLayers: { relu2_1: 1 },
      styleLayers: { relu1_1: 1, relu2_2: 1 },
      tileMemory: 0.4,
    };
    const [content, style, generated] = [1, 2, 3].map((seed) => rgbOf(randomPicture(96, 70, seed)));
    const cost = memoryCost(model, 'relu2_2', settings, 1);
    const sizes = { content, styles: [style] };
    const { contentTiles } = planSizes(() => sizes, layerGeometries(model).get('relu2_2')!, cost, {}, settings).tilesAt(1);
    expect(contentTiles.length).toBeGreaterThan(3);
    const [whole] = await evaluateEach(engine, { model, content, style, settings }, [generated]);
    const [tiled] = await evaluateEach(engine, { model, content, style, settings, tiles: contentTiles }, [generated]);
    engine.destroy();
    expect(Math.abs(tiled.parts.total / whole.parts.total - 1)).toBeLessThan(1e-3);
    expect(relativeDistance(tiled.gradient, whole.gradient)).toBeLessThan(1e-3);
  });
});
