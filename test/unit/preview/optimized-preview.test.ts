import { optimizedPreview } from '../../../src/nst/preview/optimized-preview';
import { previewSettings } from '../../../src/nst/preview/preview-settings';
import { gramSettings, type StyleTransferSettings } from '../../../src/nst/settings';
import { cpuEngine, randomPicture, smallModel } from '../nst/engine-for-tests';

const settings: StyleTransferSettings = { ...gramSettings, contentLayers: { relu2_2: 1 }, styleLayers: { relu1_1: 1, relu2_1: 1 } };
const never = new AbortController().signal;

function images(width: number, height: number, alpha?: (x: number, y: number) => number) {
  return {
    content: randomPicture(width, height, 1, alpha),
    styles: [{ image: randomPicture(40, 40, 2), weight: 1, mask: null }],
    mask: null,
    size: 64,
  };
}

it('is of the size that is asked for, in the content’s proportions, with its alpha', async () => {
  const engine = await cpuEngine();
  const picture = await optimizedPreview(
    engine,
    smallModel(),
    images(160, 40, (x) => (x < 80 ? 255 : 0)),
    settings,
    never,
  );
  expect([picture.width, picture.height]).toEqual([64, 16]);
  const alpha = (x: number): number => picture.data[4 * (8 * 64 + x) + 3];
  expect([alpha(10), alpha(54)]).toEqual([255, 0]);
});

it('leaves no tensor behind', async () => {
  const engine = await cpuEngine();
  const before = engine.memory().bytes;
  await optimizedPreview(engine, smallModel(), images(60, 24), settings, never);
  expect(engine.memory().bytes).toBe(before);
});

it('ends with the signal’s reason, and leaves no tensor behind', async () => {
  const engine = await cpuEngine();
  const before = engine.memory().bytes;
  const abort = new AbortController();
  const promise = optimizedPreview(engine, smallModel(), images(60, 24), settings, abort.signal);
  setImmediate(() => abort.abort(new Error('another style was chosen')));
  await expect(promise).rejects.toThrow('another style was chosen');
  expect(engine.memory().bytes).toBe(before);
});

it('keeps what decides the picture, and takes the way and the length of the run for its own', () => {
  const asked: StyleTransferSettings = { ...settings, styleWeight: 3, tvWeight: 0.5, padding: 'reflect', pooling: 'max', seed: 9 };
  const used = previewSettings({
    ...asked,
    optimizer: 'adam',
    learningRate: 3,
    init: 'noise',
    evaluations: 900,
    earlyStop: 0.1,
    scales: 1,
  });
  expect(used).toMatchObject({ styleWeight: 3, tvWeight: 0.5, padding: 'reflect', pooling: 'max', seed: 9 });
  expect(used).toMatchObject({ optimizer: 'lbfgs', learningRate: null, init: 'content', earlyStop: null, scales: 1, evaluations: 10 });
});
