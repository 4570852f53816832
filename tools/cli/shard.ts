import type { Item } from './contents';
import { UsageError } from './options';

/** The `index`-th of `count` parts of a batch, counted from 1. */
export interface Shard {
  index: number;
  count: number;
}

const MOST_SHARDS = 100_000;

/** "2/4". Throws UsageError. */
export function readShard(text: string): Shard {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (!(shard.index >= 1 && shard.index <= shard.count && shard.count <= MOST_SHARDS)) {
    throw new UsageError(`--shard must be like 2/4, the second of four parts, not ${text}.`);
  }
  return shard;
}

/** Every count-th picture by the names of the outputs: the same parts on every machine, in whatever order pictures were named. */
export function itemsOfShard(items: readonly Item[], { index, count }: Shard): Item[] {
  const ordered = [...items].sort((a, b) => (a.output < b.output ? -1 : a.output > b.output ? 1 : 0));
  return ordered.filter((_, i) => i % count === index - 1);
}
