import type { ScaleSeconds } from '../plan/forecast';

/** A scale of the schedule with what it will take; null where nothing was timed before the run. */
export interface TimedScale {
  scale: number;
  evaluations: number;
  expected: ScaleSeconds | null;
}

/** The forecast counts as much as this many timed evaluations at first, and less with each. */
const TRUST = 2;
/** Evaluations of a scale that say how long its next ones take. */
const RECENT = 12;

/**
 * How long the rest of a run takes. It begins with the forecast; each evaluation that was timed at the scale at work corrects
 * it there, and by the same factor at the scales to come.
 */
export class RunClock {
  private index: number;
  private left: number;
  /** Seconds since this clock began; what was done before a checkpoint is reckoned beside it. */
  private workDone = 0;
  private fraction = 0;
  private timed: number[] = [];
  private evaluationFactor = 1;
  private preparationFactor = 1;

  /** `doneBefore`: evaluations of the scale at `begunAt` that were done before. */
  constructor(
    private readonly scales: readonly TimedScale[],
    private readonly begunAt: number,
    private readonly doneBefore: number,
  ) {
    this.index = begunAt;
    this.left = Math.max(0, scales[begunAt].evaluations - doneBefore);
  }

  /** Seconds since the last of these calls, each time. */
  prepared(index: number, seconds: number): void {
    if (index !== this.index) this.enter(index);
    const expected = this.scales[index].expected?.preparation;
    if (expected) this.preparationFactor = seconds / expected;
    this.workDone += seconds;
  }

  evaluated(seconds: number): void {
    this.timed.push(seconds);
    this.left = Math.max(0, this.left - 1);
    this.workDone += seconds;
    const done = this.secondsBefore() + this.workDone;
    this.fraction = Math.max(this.fraction, done / (done + this.remainingSeconds));
  }

  /** From here to the end, if no scale stops early; one more evaluation scores the result. */
  get remainingSeconds(): number {
    const now = this.evaluationSeconds();
    const later = this.scales.slice(this.index + 1).map((step) => this.secondsOf(step, now));
    const last = later.at(-1)?.evaluation ?? now;
    return (
      this.left * now + later.reduce((sum, { preparation, evaluation, evaluations }) => sum + preparation + evaluations * evaluation, last)
    );
  }

  /** Never goes back, also where a slower machine than was thought is found out. */
  get fractionDone(): number {
    return this.fraction;
  }

  /** What a run that goes on has behind it, at the pace of now. */
  private secondsBefore(): number {
    const now = this.evaluationSeconds();
    const step = this.secondsOf(this.scales[this.begunAt], now);
    const earlier = this.scales.slice(0, this.begunAt).map((scale) => this.secondsOf(scale, now));
    return earlier.reduce(
      (sum, { preparation, evaluation, evaluations }) => sum + preparation + evaluations * evaluation,
      this.doneBefore * step.evaluation,
    );
  }

  private enter(index: number): void {
    this.evaluationFactor = this.factorNow();
    this.index = index;
    this.left = this.scales[index].evaluations;
    this.timed = [];
  }

  /** One evaluation at the scale at work. */
  private evaluationSeconds(): number {
    const recent = withoutSlowest(this.timed.slice(-RECENT));
    const measured = recent.reduce((sum, seconds) => sum + seconds, 0);
    const expected = this.scales[this.index].expected;
    if (!expected) return recent.length > 0 ? measured / recent.length : 0;
    const trust = TRUST * (1 - recent.length / RECENT);
    return (measured + trust * this.evaluationFactor * expected.evaluation) / (recent.length + trust);
  }

  private factorNow(): number {
    const expected = this.scales[this.index].expected;
    return expected ? this.evaluationSeconds() / expected.evaluation : 1;
  }

  /** Without a forecast an evaluation costs as its pixels do, and as much is spent on preparing as on two of them. */
  private secondsOf({ scale, evaluations, expected }: TimedScale, now: number): ScaleSeconds & { evaluations: number } {
    if (expected)
      return {
        evaluations,
        preparation: this.preparationFactor * expected.preparation,
        evaluation: this.factorNow() * expected.evaluation,
      };
    const evaluation = now * (scale / this.scales[this.index].scale) ** 2;
    return { evaluations, preparation: 2 * evaluation, evaluation };
  }
}

/** The first evaluation of a scale warms up, and one now and then waits for the machine: neither tells of those to come. */
function withoutSlowest(seconds: readonly number[]): readonly number[] {
  if (seconds.length < 3) return seconds;
  const slowest = seconds.indexOf(Math.max(...seconds));
  return seconds.filter((_, i) => i !== slowest);
}
