import type { Engine, Tensor } from '../../src/nst/engines/engine';
import { layerGeometries } from '../../src/nst/geometry';
import { prepareImages, type PreparedImages } from '../../src/nst/images/prepare-images';
import { opaqueRgba, rgbOf } from '../../src/nst/images/rgb';
import type { Model } from '../../src/nst/model/model';
import { Network } from '../../src/nst/network';
import { Objective } from '../../src/nst/objective';
import { objectiveInputs } from '../../src/nst/plan/objective-inputs';
import { colorGuide } from '../../src/nst/optimizers/color-guide';
import { EvaluationLoop } from '../../src/nst/optimizers/evaluation-loop';
import type { LbfgsGuide } from '../../src/nst/optimizers/lbfgs';
import { gramSettings } from '../../src/nst/settings';
import { wholeImage } from '../../src/nst/tiles';
import { METHOD_RUNS, type Method } from './methods';
import { readPicture } from './pairs';
import type { Pair } from './pairs-of';

/** J of what would be displayed after so many evaluations. */
export interface Sample {
  pair: string;
  method: Method;
  evaluation: number;
  /** Of the method alone, without scoring. */
  seconds: number;
  displayed: number;
}

export interface Bench {
  engine: Engine;
  model: Model;
  /** Longest side in pixels. */
  size: number;
  /** When to score, ascending; the last one ends a run. */
  evaluations: readonly number[];
}

/** One pair at one size, with the objective that all methods share: the defaults of the method, without scales. */
export async function measurePair({ engine, model, size, evaluations }: Bench, pair: Pair, methods: readonly Method[]): Promise<Sample[]> {
  const images = prepareImages(
    {
      content: await readPicture(pair.content),
      styles: [{ image: await readPicture(pair.style), weight: 1, mask: null }],
      mask: null,
      size,
    },
    gramSettings,
  );
  const network = Network.prepare(engine, model, model.layers.at(-1)!.name, gramSettings);
  const objective = await objectiveOf(engine, network, model, images);
  const samples: Sample[] = [];
  for (const method of methods) {
    const start = engine.upload(images.content.data, [images.content.height, images.content.width, 3]);
    const guide = (): LbfgsGuide => colorGuide(engine, images, images.content, gramSettings);
    const scores = await measureMethod(engine, objective, start, guide, method, evaluations);
    samples.push(...scores.map((score) => ({ pair: pair.name, method, ...score })));
    engine.dispose(start);
  }
  objective.dispose();
  network.dispose();
  return samples;
}

async function objectiveOf(engine: Engine, network: Network, model: Model, images: PreparedImages): Promise<Objective> {
  const whole = ({ width, height }: { width: number; height: number }) => [wholeImage(width, height)];
  const plan = { contentTiles: whole(images.content), styleTiles: images.styles.map(({ image }) => whole(image)) };
  const inputs = objectiveInputs(engine, images, plan, null);
  const objective = await Objective.create(engine, network, layerGeometries(model), inputs, gramSettings);
  engine.dispose(inputs.content, ...inputs.styles.map(({ image }) => image));
  return objective;
}

/** Runs one method, stopping its clock while a picture is scored. */
async function measureMethod(
  engine: Engine,
  objective: Objective,
  start: Tensor,
  guide: () => LbfgsGuide,
  method: Method,
  evaluations: readonly number[],
): Promise<Pick<Sample, 'evaluation' | 'seconds' | 'displayed'>[]> {
  const { run, keeps } = METHOD_RUNS[method];
  const scores: Pick<Sample, 'evaluation' | 'seconds' | 'displayed'>[] = [];
  let best: { total: number; values: Float32Array } = { total: Infinity, values: new Float32Array() };
  let count = 0;
  let scoring = 0;
  const startedAt = performance.now();
  const onEvaluation = async ({ total }: { total: number }, generated: Tensor): Promise<void> => {
    const pausedAt = performance.now();
    count++;
    if (keeps === 'current' || total < best.total) best = { total, values: await engine.read(generated) };
    if (evaluations.includes(count)) {
      const seconds = (pausedAt - startedAt - scoring) / 1000;
      scores.push({ evaluation: count, seconds, displayed: await displayedTotal(engine, objective, best.values, start.shape) });
    }
    scoring += performance.now() - pausedAt;
  };
  const loop = new EvaluationLoop(engine, objective, { evaluations: evaluations.at(-1)!, earlyStop: null, onEvaluation });
  await run(engine, loop, start, guide);
  loop.dispose();
  return scores;
}

/** J of the picture clamped to 0…255 and rounded to 8 bits. */
async function displayedTotal(engine: Engine, objective: Objective, values: Float32Array, shape: readonly number[]): Promise<number> {
  const [height, width] = shape;
  const x = engine.upload(rgbOf(opaqueRgba({ width, height, data: values })).data, shape);
  const { gradient, read } = objective.evaluate(x);
  engine.dispose(gradient, x);
  return (await read()).parts.total;
}
