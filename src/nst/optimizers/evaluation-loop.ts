import type { Engine, Scalar, Tensor } from '../engines/engine';
import { nextTask } from '../next-task';
import type { Objective } from '../objective';
import type { LossParts } from '../report';
import { NotFiniteError } from './not-finite';
import type { OptimizerState } from './optimizer-state';

/** G's values lie in this range at every evaluation, so that what is scored can be displayed. */
export const LOWEST = 0;
export const HIGHEST = 255;

export interface Evaluated {
  total: number;
  parts: LossParts;
  /** ∂J/∂G; the receiver disposes it. */
  gradient: Tensor;
  extra: number[];
}

/** The best G so far. */
export interface Best {
  total: number;
  generated: Tensor;
  /** Evaluations that were done when it was found. */
  at: number;
}

export type OnEvaluation = (parts: LossParts, generated: Tensor) => void | Promise<void>;

/**
 * What every optimiser evaluates J through: counts evaluations against a budget, keeps the best G,
 * reports each evaluation, lets itself be saved between two steps, and stops between evaluations when asked to.
 */
export class EvaluationLoop {
  private best: Best | null;
  /** J of every evaluation. */
  private readonly history: number[];

  constructor(
    private readonly engine: Engine,
    private readonly objective: Objective,
    private readonly options: {
      evaluations: number;
      earlyStop: number | null;
      onEvaluation: OnEvaluation;
      signal?: AbortSignal;
      /** Whether to end here, with the best G so far. */
      isStopped?: () => boolean;
      /** Called between two steps with what the optimiser needs to go on from there. */
      onStep?: (best: Best, state: () => OptimizerState) => Promise<void>;
      /** J of evaluations that were done before, and their best G, which is taken over. */
      before?: { totals: readonly number[]; best: Best | null };
    },
  ) {
    this.history = [...(options.before?.totals ?? [])];
    this.best = options.before?.best ?? null;
  }

  /** Evaluations done, those before included. */
  get done(): number {
    return this.history.length;
  }

  /** No evaluation is left, J has stopped falling, or the user has seen enough. */
  get finished(): boolean {
    if (!this.best) return false;
    return this.done >= this.options.evaluations || this.onPlateau() || (this.options.isStopped?.() ?? false);
  }

  /** Asked between two steps: whether another one follows. */
  async goesOn(state: () => OptimizerState): Promise<boolean> {
    if (this.best) await this.options.onStep?.(this.best, state);
    return !this.finished;
  }

  /**
   * `extra` may make scalars of the new gradient that are read in the same wait; they are disposed here.
   * Throws NotFiniteError where J is no number; the best G so far stays to be taken.
   */
  async evaluate(generated: Tensor, extra: (gradient: Tensor) => Scalar[] = () => []): Promise<Evaluated> {
    await nextTask();
    this.options.signal?.throwIfAborted();
    const pending = this.objective.evaluate(generated);
    const extraScalars = extra(pending.gradient);
    const read = await pending.read(extraScalars);
    this.engine.dispose(...extraScalars);
    if (!Number.isFinite(read.parts.total)) {
      this.engine.dispose(pending.gradient);
      throw new NotFiniteError();
    }
    this.history.push(read.parts.total);
    this.keepBest(read.parts.total, generated);
    await this.options.onEvaluation(read.parts, generated);
    return { total: read.parts.total, parts: read.parts, gradient: pending.gradient, extra: read.extra };
  }

  /** Whether there is a G to take. */
  get hasBest(): boolean {
    return this.best !== null;
  }

  /** The best G so far; the receiver disposes it. */
  takeBest(): Tensor {
    if (!this.best) throw new Error('Nothing was evaluated.');
    const { generated } = this.best;
    this.best = null;
    return generated;
  }

  dispose(): void {
    if (this.best) this.engine.dispose(this.best.generated);
    this.best = null;
  }

  private keepBest(total: number, generated: Tensor): void {
    if (this.best && !(total < this.best.total)) return;
    this.dispose();
    this.best = { total, generated: this.engine.copy(generated), at: this.done };
  }

  private onPlateau(): boolean {
    const { earlyStop } = this.options;
    if (earlyStop === null || this.history.length <= PLATEAU_EVALUATIONS) return false;
    const before = Math.min(...this.history.slice(0, -PLATEAU_EVALUATIONS));
    const now = Math.min(...this.history);
    return before - now < earlyStop * before;
  }
}

const PLATEAU_EVALUATIONS = 10;
