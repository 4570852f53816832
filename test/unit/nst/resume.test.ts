import type { Engine } from '../../../src/nst/engines/engine';
import type { CheckpointStore, FullCheckpoint } from '../../../src/nst/run/checkpoint';
import type { StylizeOptions } from '../../../src/nst/run/stylize-options';
import { gramSettings, type StyleTransferSettings } from '../../../src/nst/settings';
import { stylize } from '../../../src/nst/stylize';
import { openEngine } from '../wasm-engine/open-engine';
import { deepModel, randomPicture } from './engine-for-tests';

const images = {
  content: randomPicture(72, 56, 1),
  styles: [{ image: randomPicture(60, 64, 2), weight: 1, mask: null }],
  mask: null,
  size: null,
};
const base: StyleTransferSettings = {
  ...gramSettings,
  contentLayers: { relu4_2: 1 },
  styleLayers: { relu1_1: 1, relu2_1: 1, relu3_1: 1 },
  styleLosses: { gram: 5, neighbors: 4 },
  scales: [
    { scale: 0.5, evaluations: 14 },
    { scale: 1, evaluations: 16 },
  ],
};

/** As a store does that reads only what it does not have: values away from the device, by key. */
function storeOf(wantedAt: (asked: number) => boolean): CheckpointStore & { kept: FullCheckpoint[]; reads: number } {
  const values = new Map<string, Float32Array>();
  let asked = 0;
  const store = {
    kept: [] as FullCheckpoint[],
    reads: 0,
    isWanted: () => wantedAt((asked += 1)),
    async keep(checkpoint: FullCheckpoint): Promise<void> {
      const all = [
        checkpoint.best.generated,
        ...Object.values(checkpoint.optimizer.tensors),
        ...(checkpoint.previous ? [checkpoint.previous] : []),
      ];
      for (const { key, read } of all) {
        if (values.has(key)) continue;
        store.reads += 1;
        values.set(key, await read());
      }
      const frozen = <T extends { key: string }>({ key }: T) => ({ key, read: async () => values.get(key)!.slice() });
      const { best, optimizer, previous } = checkpoint;
      const tensors = Object.fromEntries(Object.entries(optimizer.tensors).map(([name, tensor]) => [name, frozen(tensor)]));
      store.kept.push({
        ...checkpoint,
        best: { ...best, generated: frozen(best.generated) },
        previous: previous && frozen(previous),
        optimizer: { numbers: { ...optimizer.numbers }, tensors },
      });
    },
  };
  return store;
}

describe('a run that goes on from a full checkpoint', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  });
  afterAll(() => engine.destroy());
  afterEach(() => expect(engine.memory().tensors).toBe(0));

  const run = (settings: StyleTransferSettings, options: StylizeOptions) =>
    stylize(engine, deepModel(), images, settings, { withoutForecast: true, ...options });

  it.each<[string, Partial<StyleTransferSettings>]>([
    ['L-BFGS', {}],
    ['L-BFGS with an early stop', { earlyStop: 0.02 }],
    ['Adam', { optimizer: 'adam' }],
    ['gradient descent', { optimizer: 'gradient-descent' }],
    ['gradient descent at a fixed rate', { optimizer: 'gradient-descent', learningRate: 0.5 }],
  ])('makes the same picture, bit by bit, wherever it stood: %s', async (_name, change) => {
    const settings = { ...base, ...change };
    const store = storeOf((asked) => asked % 5 === 3);
    const whole = await run(settings, { checkpoints: store });
    const untouched = await run(settings, {});
    expect(whole.image.data).toEqual(untouched.image.data);
    expect(new Set(store.kept.map(({ scaleIndex }) => scaleIndex))).toEqual(new Set([0, 1]));
    for (const resume of store.kept) {
      const rest = await run(settings, { resume });
      expect(rest.image.data).toEqual(whole.image.data);
      expect(rest.evaluations.map(({ total }) => total)).toEqual(whole.evaluations.map(({ total }) => total));
      expect(rest.displayed.total).toBe(whole.displayed.total);
    }
  });

  it('reads no values twice', async () => {
    const store = storeOf(() => true);
    await run({ ...base, scales: 1, evaluations: 12 }, { checkpoints: store });
    const all = store.kept.reduce((sum, { optimizer }) => sum + Object.keys(optimizer.tensors).length + 1, 0);
    expect(store.kept.length).toBeGreaterThan(6);
    expect(store.reads).toBeLessThan(all / 2);
  });

  it('stops where it is told to, with the best G at the layer’s size, and goes on from there', async () => {
    let evaluations = 0;
    const store = storeOf(() => evaluations >= 9);
    const options = { onProgress: () => void (evaluations += 1), isStopped: () => evaluations >= 9, checkpoints: store };
    const stopped = await run(base, options);
    expect(stopped.stopped).toBe(true);
    expect(stopped.evaluations.length).toBeLessThan(14);
    expect([stopped.image.width, stopped.image.height]).toEqual([72, 56]);
    const best = Math.min(...stopped.evaluations.map(({ total }) => total));
    expect(Math.abs(stopped.displayed.total / best - 1)).toBeLessThan(0.02);

    const rest = await run(base, { resume: store.kept.at(-1)! });
    const whole = await run(base, {});
    expect(rest.stopped).toBe(false);
    expect(rest.image.data).toEqual(whole.image.data);
  });
});
