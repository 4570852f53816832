/** What a network sees in a picture whose answer is known, before it is used for anybody's. */
import type { Engine, Tensor } from '../nst/engines/engine';
import { withTensorScope } from '../nst/engines/tensor-scope';
import type { Model } from '../nst/model/model';
import { Network } from '../nst/network';
import KNOWN from './known-answer.json';
import { NetworkFileError } from './network-file-error';
import { TEST_SIDE, testPicture } from './test-picture';

export interface Verdict {
  /** The largest difference from the ImageNet VGG-16 over its layers, 0…1; null where it is another network. */
  imagenet: number | null;
  /** The layer up to relu5_1 of which the most channels answer nothing. */
  dullest: { layer: string; silent: number; channels: number };
}

/** What each layer answers. */
interface Answer {
  layer: string;
  /** Of each channel over all positions. */
  means: Float64Array;
}

/** Beyond it is another network: 8 bits for every weight cost 0.03, training on to find edges moved the answers by 0.7 and more. */
const SAME = 0.1;
const MOST_SILENT = 0.95;
/** The ImageNet network's highest mean of a layer is 700, the lowest 1. */
const RANGE = { least: 1e-6, most: 1e6 };
/** Deeper layers of a good network have little to say about rings. */
const LAST_JUDGED = 'relu5_1';

/** Throws NetworkFileError where the network can't be used. As it was trained: maximum pooling, zeros beyond the edge. */
export async function tryNetwork(engine: Engine, model: Model): Promise<Verdict> {
  const names = model.layers.map(({ name }) => name);
  const network = Network.prepare(engine, model, names.at(-1)!, { pooling: 'max', padding: 'zero' });
  try {
    const answers = await answersOf(engine, network, names);
    const judged = answers.slice(0, names.indexOf(LAST_JUDGED) + 1);
    for (const answer of judged) requireAlive(answer);
    return { imagenet: differenceFromImagenet(answers), dullest: dullestOf(judged) };
  } finally {
    network.dispose();
  }
}

function answersOf(engine: Engine, network: Network, names: readonly string[]): Promise<Answer[]> {
  return withTensorScope(engine, async (scoped) => {
    const seen: [string, Tensor][] = [];
    const picture = scoped.upload(testPicture(), [TEST_SIDE, TEST_SIDE, 3]);
    network.on(scoped).visit(picture, names, (layer, activation) => void seen.push([layer, scoped.copy(activation)]));
    const answers: Answer[] = [];
    for (const [layer, tensor] of seen) answers.push({ layer, means: channelMeans(await scoped.read(tensor), tensor.shape[2]!) });
    return answers;
  });
}

function channelMeans(values: Float32Array, channels: number): Float64Array {
  const means = new Float64Array(channels);
  for (let i = 0; i < values.length; i++) means[i % channels]! += values[i]!;
  return means.map((sum) => (sum * channels) / values.length);
}

function requireAlive({ layer, means }: Answer): void {
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
  if (!(mean <= RANGE.most)) {
    throw new NetworkFileError(
      `In a test picture the network’s answers grow beyond all bounds at ${layer}; choose a file of a trained network.`,
    );
  }
  if (mean < RANGE.least || silentOf(means) > MOST_SILENT * means.length) {
    throw new NetworkFileError(
      `In a test picture the network sees next to nothing at ${layer}; choose a file of a trained network, or another preparation.`,
    );
  }
}

function silentOf(means: Float64Array): number {
  return means.reduce((count, mean) => count + (mean === 0 ? 1 : 0), 0);
}

function dullestOf(answers: readonly Answer[]): Verdict['dullest'] {
  const all = answers.map(({ layer, means }) => ({ layer, silent: silentOf(means), channels: means.length }));
  return all.reduce((dullest, one) => (one.silent / one.channels > dullest.silent / dullest.channels ? one : dullest));
}

function differenceFromImagenet(answers: readonly Answer[]): number | null {
  const known = Object.entries(KNOWN as Record<string, number[]>);
  if (answers.at(-1)?.layer !== known.at(-1)?.[0]) return null;
  const difference = Math.max(
    ...known.map(([layer, means]) => relativeDistance(answers.find((answer) => answer.layer === layer)!.means, means)),
  );
  return difference <= SAME ? difference : null;
}

/** ‖a − b‖ / ‖b‖ */
function relativeDistance(a: Float64Array, b: readonly number[]): number {
  return Math.hypot(...b.map((value, i) => value - a[i]!)) / Math.hypot(...b);
}
