import { ValueFiles, type ValueFile } from './value-files';

/** A value of a checkpoint that is read when it is wanted. */
interface StoredValue {
  key: string;
  read(): Promise<Float32Array>;
}

interface Slot {
  sequence: number;
  /** What the caller keeps beside the values. */
  body: unknown;
  files: Record<string, ValueFile>;
}

interface SignedSlot {
  /** SHA-256 of `text`. */
  checksum: string;
  /** A slot as JSON. */
  text: string;
}

const SLOTS = ['a.json', 'b.json'] as const;

/**
 * The checkpoints of one job in the origin's private file system. Values are written once, each to a file of its own; two
 * slots, written in turn, say which files make a checkpoint, and every file and slot has its checksum. So a write that is
 * torn by the death of the browser, or of the machine, spoils the newer checkpoint at most. Only Workers may use it.
 */
export class CheckpointFiles {
  private constructor(
    private readonly files: ValueFiles,
    private readonly slots: (Slot | null)[],
    /** Sets this life's files apart from those of an earlier one, whose values may differ under the same keys. */
    private readonly life = crypto.randomUUID().slice(0, 8),
  ) {}

  static async open(jobId: string): Promise<CheckpointFiles> {
    const files = await ValueFiles.open(jobId);
    return new CheckpointFiles(files, await Promise.all(SLOTS.map((name) => readSlot(files, name))));
  }

  /** Writes what was not written yet; the older of the two checkpoints gives way. */
  async write(body: unknown, values: readonly StoredValue[]): Promise<void> {
    const known = Object.assign({}, ...this.slots.map((slot) => slot?.files ?? {})) as Record<string, ValueFile>;
    const files: Record<string, ValueFile> = {};
    for (const { key, read } of values) {
      const name = `${this.life}-${key}`;
      const before = known[key];
      files[key] = before?.name === name ? before : await this.files.write(name, await read());
    }
    const index = this.olderSlot();
    const slot: Slot = { sequence: 1 + Math.max(0, ...this.slots.map((one) => one?.sequence ?? 0)), body, files };
    const text = JSON.stringify(slot);
    await this.files.writeText(SLOTS[index], JSON.stringify({ checksum: await checksumOf(text), text } satisfies SignedSlot));
    this.slots[index] = slot;
    await this.files.keepOnly([...SLOTS, ...this.slots.flatMap((one) => Object.values(one?.files ?? {}).map(({ name }) => name))]);
  }

  /** The newest checkpoint that is whole; null if none is. */
  async read(): Promise<{ body: unknown; value(key: string): StoredValue } | null> {
    const newestFirst = this.slots.filter((slot) => slot !== null).sort((a, b) => b.sequence - a.sequence);
    for (const { body, files } of newestFirst) {
      if (!(await this.files.areWhole(Object.values(files)))) continue;
      return { body, value: (key) => ({ key, read: () => this.readFile(files[key]) }) };
    }
    return null;
  }

  private async readFile(file: ValueFile | undefined): Promise<Float32Array> {
    if (!file) throw new Error('The checkpoint has no such values.');
    return this.files.read(file);
  }

  private olderSlot(): 0 | 1 {
    const [a, b] = this.slots;
    return a && (!b || b.sequence < a.sequence) ? 1 : 0;
  }
}

/** What is kept of a job; nothing happens where nothing is. */
export const deleteCheckpoints = (jobId: string): Promise<void> => ValueFiles.delete(jobId);

/** The jobs of which something is kept. */
export const jobsWithCheckpoints = (): Promise<string[]> => ValueFiles.list();

/** How many bytes are kept of each job; where the browser keeps none from this page, none. */
export const checkpointSizes = (): Promise<Map<string, number>> => ValueFiles.sizes().catch(() => new Map());

async function readSlot(files: ValueFiles, name: string): Promise<Slot | null> {
  try {
    const { checksum, text } = JSON.parse(await files.readText(name)) as SignedSlot;
    return (await checksumOf(text)) === checksum ? (JSON.parse(text) as Slot) : null;
  } catch {
    return null;
  }
}

async function checksumOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
