import type { Engine, Tensor } from '../engines/engine';
import { isContinued, LEAST_SIDE } from '../images/least-side';
import type { PreparedImages } from '../images/prepare-images';
import type { FloatImage } from '../images/resample';
import type { Best } from '../optimizers/evaluation-loop';
import type { OptimizerState, StoredValues } from '../optimizers/optimizer-state';
import { scaleSeconds } from '../plan/forecast';
import type { EvaluationRow, Forecast, LossParts } from '../report';
import type { ScaleStep } from '../settings';
import type { FullCheckpoint } from './checkpoint';
import type { Problem } from './problem';
import { RunClock } from './run-clock';
import type { StylizeOptions } from './stylize-options';
import { timeTrials } from './time-trials';

const CONTINUED = `The network sees ${LEAST_SIDE} pixels at least, so the picture was mirrored at its edges to be stylised.`;

/** What is told of a run while it goes on: forecast, progress, pictures, and checkpoints from which another goes on. */
export class Journal {
  readonly rows: EvaluationRow[];
  readonly notes = new Set<string>();
  livePictureSeconds = 0;
  private readonly startedAt: number;
  private clock: RunClock | null = null;
  private lastAt = performance.now();

  constructor(
    private readonly engine: Engine,
    private readonly images: PreparedImages,
    private readonly steps: readonly ScaleStep[],
    private readonly options: StylizeOptions,
  ) {
    this.rows = [...(options.resume?.rows ?? [])];
    if (isContinued(images)) this.notes.add(CONTINUED);
    this.startedAt = performance.now() - (this.rows.at(-1)?.elapsedMs ?? 0);
  }

  /** J of the evaluations of the scale at work, of which the last `count` rows tell. */
  totals(count: number): number[] {
    return count === 0 ? [] : this.rows.slice(-count).map(({ total }) => total);
  }

  async forecast(problem: Problem): Promise<Forecast> {
    const { resume, withoutForecast, signal } = this.options;
    const speed = withoutForecast ? null : await timeTrials(problem, signal);
    const scales = this.steps.map((step) => ({ ...step, expected: speed && scaleSeconds(problem.plan.tilesAt(step.scale), speed) }));
    const index = resume?.scaleIndex ?? 0;
    this.clock = new RunClock(scales, index, resume?.evaluationsAtScale ?? 0);
    const preparation = scales[index].expected?.preparation ?? 0;
    const seconds = speed ? (performance.now() - this.startedAt) / 1000 + preparation + this.clock.remainingSeconds : 0;
    const forecast = { seconds, peakBytes: problem.plan.peakBytes(this.engine.memory().bytes) };
    this.options.onForecast?.(forecast);
    this.lap();
    return forecast;
  }

  /** Targets of a scale are made. */
  prepared(scaleIndex: number): void {
    this.clock?.prepared(scaleIndex, this.lap());
  }

  async evaluated(parts: LossParts, generated: Tensor, scaleIndex: number, done: number): Promise<void> {
    const { scale } = this.steps[scaleIndex];
    const row = { evaluation: this.rows.length + 1, scale, elapsedMs: performance.now() - this.startedAt, ...parts };
    this.rows.push(row);
    this.clock?.evaluated(this.lap());
    const [height, width] = generated.shape;
    this.options.onProgress?.({
      row,
      scaleIndex: scaleIndex + 1,
      scaleCount: this.steps.length,
      evaluations: this.steps.reduce((sum, { evaluations }) => sum + evaluations, 0),
      width,
      height,
      fractionDone: this.clock?.fractionDone ?? 0,
      remainingSeconds: this.clock?.remainingSeconds ?? 0,
    });
    if (this.options.wantsPicture?.() ?? true) await this.showPicture(generated, scaleIndex, done);
  }

  /** Between two steps of the optimiser. */
  async keepCheckpoint(
    best: Best,
    state: () => OptimizerState,
    { scaleIndex, done, previous }: { scaleIndex: number; done: number; previous: FloatImage | null },
  ): Promise<void> {
    const store = this.options.checkpoints;
    if (!store?.isWanted()) return;
    const [height, width] = best.generated.shape;
    const { numbers, tensors } = state();
    const stored = (key: string, read: () => Promise<Float32Array>): StoredValues => ({ key: `${scaleIndex}-${key}`, read });
    const ofDevice = (key: string, tensor: Tensor): StoredValues => stored(key, () => this.engine.read(tensor));
    const checkpoint: FullCheckpoint = {
      kind: 'full',
      scaleIndex,
      evaluationsAtScale: done,
      rows: [...this.rows],
      width,
      height,
      previous: previous && stored('previous', () => Promise.resolve(previous.data)),
      best: { total: best.total, at: best.at, generated: ofDevice(`best${best.at}`, best.generated) },
      optimizer: {
        numbers,
        tensors: Object.fromEntries(Object.entries(tensors).map(([name, { key, tensor }]) => [name, ofDevice(key, tensor)])),
      },
    };
    await store.keep(checkpoint);
  }

  private async showPicture(generated: Tensor, scaleIndex: number, evaluationsAtScale: number): Promise<void> {
    if (!this.options.onPicture && !this.options.onCheckpoint) return;
    const startedAt = performance.now();
    const [height, width] = generated.shape;
    const image = { width, height, channels: 3, data: await this.engine.read(generated) };
    this.options.onCheckpoint?.({ kind: 'picture', scaleIndex, evaluationsAtScale, generated: image, rows: [...this.rows] });
    this.options.onPicture?.(this.images.compose(image));
    this.livePictureSeconds += (performance.now() - startedAt) / 1000;
  }

  /** Seconds since the last time. */
  private lap(): number {
    const now = performance.now();
    const seconds = (now - this.lastAt) / 1000;
    this.lastAt = now;
    return seconds;
  }
}
