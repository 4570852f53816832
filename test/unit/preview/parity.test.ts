import * as tf from '@tensorflow/tfjs';
import { ArbitraryStylizer } from '../../../src/nst/preview/arbitrary-stylizer';
import { LearnedStyles } from '../../../src/nst/preview/learned-styles';
import { fetchFromDisk } from '../model/assets-from-disk';
import { cosine, fixturePicture, meanDifference, previewFixture } from './pictures';
import { useWasmBackend } from './wasm-backend';

const fixture = previewFixture();
/** The references are 8-bit pictures: rounding alone is a quarter of a level on average, 0.001. */
const ROUNDED_PICTURE = 0.0015;

beforeAll(useWasmBackend);

describe('against onnxruntime on the original files', () => {
  let arbitrary: ArbitraryStylizer;
  beforeAll(async () => (arbitrary = await ArbitraryStylizer.load(fetchFromDisk)));
  afterAll(() => arbitrary.dispose());

  it('reads the same style vector', async () => {
    const vector = await arbitrary.predictStyleVector(fixturePicture('preview-style.png'));
    // Float32 sums in another order.
    expect(cosine(vector, fixture.styleVector.unrounded)).toBeGreaterThan(0.999999);
    // The original rounds activations to 8 bits.
    expect(cosine(vector, fixture.styleVector.original)).toBeGreaterThan(0.99);
  });

  it('paints the same picture at 384×384', async () => {
    const vector = Float32Array.from(fixture.styleVector.unrounded);
    const painted = await arbitrary.stylizeWithVector(fixturePicture('preview-content.png'), vector);
    expect(meanDifference(painted, fixturePicture('preview-unrounded.png'))).toBeLessThan(ROUNDED_PICTURE);
    // What the original's 8-bit activations add: two runs of it, with style vectors 0.1 % apart, differ as much.
    expect(meanDifference(painted, fixturePicture('preview-original.png'))).toBeLessThan(0.025);
  });

  it('mixes learned styles on a picture with sides of no multiple of four', async () => {
    const styles = await LearnedStyles.load(fetchFromDisk);
    const painted = await styles.stylize(fixturePicture('preview-small.png'), fixture.styles26Weights);
    styles.dispose();
    expect(meanDifference(painted, fixturePicture('preview-styles26.png'))).toBeLessThan(ROUNDED_PICTURE);
  });
});

it('gives the same picture on the cpu and the wasm backend', async () => {
  const content = fixturePicture('preview-small.png');
  const paint = async (backend: string) => {
    await tf.setBackend(backend);
    const styles = await LearnedStyles.load(fetchFromDisk);
    const painted = await styles.stylize(content, fixture.styles26Weights);
    styles.dispose();
    return painted;
  };
  // Float32 sums in another order, through 18 layers.
  expect(meanDifference(await paint('cpu'), await paint('wasm'))).toBeLessThan(1e-5);
});
