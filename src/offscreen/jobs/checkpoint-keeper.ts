import * as v from 'valibot';
import type { Checkpoint, CheckpointStore, FullCheckpoint } from '../../nst/run/checkpoint';
import type { StoredValues } from '../../nst/optimizers/optimizer-state';
import { CheckpointFiles } from '../../storage/checkpoints';

/** With the evaluations until the optimiser's next step a checkpoint is there every ten seconds. */
const INTERVAL_MS = 8000;

const NOT_KEPT =
  'No checkpoint could be stored (the disk may be full, or the window private): this run ends with the browser, so let it finish before you close it.';

/** Values by the name under which they are stored. */
const bodySchema = v.object({
  scaleIndex: v.number(),
  evaluationsAtScale: v.number(),
  width: v.number(),
  height: v.number(),
  rows: v.array(v.looseObject({ evaluation: v.number(), total: v.number(), elapsedMs: v.number() })),
  previous: v.nullable(v.string()),
  best: v.object({ total: v.number(), at: v.number(), generated: v.string() }),
  numbers: v.record(v.string(), v.number()),
  tensors: v.record(v.string(), v.string()),
});

/** Checkpoints that no disk took, for as long as this Worker lives. */
const inMemory = new Map<string, FullCheckpoint>();

export interface KeeperOptions {
  jobId: string;
  /** A checkpoint is kept. */
  onKept(): void;
  onNote(note: string): void;
  intervalMs?: number;
}

/** Keeps a run's checkpoints, at intervals and where one is asked for. A disk that refuses them ends no run. */
export class CheckpointKeeper implements CheckpointStore {
  private lastAt = performance.now();
  private asked: (() => void) | null = null;
  private files: CheckpointFiles | null = null;

  constructor(private readonly options: KeeperOptions) {}

  isWanted(): boolean {
    return this.asked !== null || performance.now() - this.lastAt > (this.options.intervalMs ?? INTERVAL_MS);
  }

  /** Calls `then` as soon as the next checkpoint is kept. */
  askFor(then: () => void): void {
    this.asked = then;
  }

  async keep(checkpoint: FullCheckpoint): Promise<void> {
    try {
      await this.write(checkpoint);
      inMemory.delete(this.options.jobId);
      this.options.onKept();
    } catch {
      this.options.onNote(NOT_KEPT);
      if (this.asked) inMemory.set(this.options.jobId, await readWhole(checkpoint));
    }
    this.lastAt = performance.now();
    const then = this.asked;
    this.asked = null;
    then?.();
  }

  private async write(checkpoint: FullCheckpoint): Promise<void> {
    const { scaleIndex, evaluationsAtScale, width, height, rows, previous, best, optimizer } = checkpoint;
    const body: v.InferOutput<typeof bodySchema> = {
      scaleIndex,
      evaluationsAtScale,
      width,
      height,
      rows: rows.map((row) => ({ ...row })),
      previous: previous?.key ?? null,
      best: { ...best, generated: best.generated.key },
      numbers: { ...optimizer.numbers },
      tensors: Object.fromEntries(Object.entries(optimizer.tensors).map(([name, { key }]) => [name, key])),
    };
    this.files ??= await CheckpointFiles.open(this.options.jobId);
    await this.files.write(body, valuesOf(checkpoint));
  }
}

/** The newest checkpoint of a job that is whole; null if there is none. */
export async function lastCheckpoint(jobId: string): Promise<FullCheckpoint | null> {
  const kept = inMemory.get(jobId);
  if (kept) return kept;
  const stored = await CheckpointFiles.open(jobId).then(
    (files) => files.read(),
    () => null,
  );
  const body = v.safeParse(bodySchema, stored?.body);
  if (!stored || !body.success) return null;
  const { numbers, tensors, previous, best, rows, ...standing } = body.output;
  return {
    kind: 'full',
    ...standing,
    rows: rows as unknown as Checkpoint['rows'],
    previous: previous === null ? null : stored.value(previous),
    best: { ...best, generated: stored.value(best.generated) },
    optimizer: { numbers, tensors: Object.fromEntries(Object.entries(tensors).map(([name, key]) => [name, stored.value(key)])) },
  };
}

function valuesOf({ previous, best, optimizer }: FullCheckpoint): StoredValues[] {
  return [best.generated, ...Object.values(optimizer.tensors), ...(previous ? [previous] : [])];
}

async function readWhole(checkpoint: FullCheckpoint): Promise<FullCheckpoint> {
  const { previous, best, optimizer } = checkpoint;
  const whole = async ({ key, read }: StoredValues): Promise<StoredValues> => {
    const values = await read();
    return { key, read: () => Promise.resolve(values.slice()) };
  };
  const tensors: Record<string, StoredValues> = {};
  for (const [name, tensor] of Object.entries(optimizer.tensors)) tensors[name] = await whole(tensor);
  return {
    ...checkpoint,
    previous: previous && (await whole(previous)),
    best: { ...best, generated: await whole(best.generated) },
    optimizer: { numbers: optimizer.numbers, tensors },
  };
}
