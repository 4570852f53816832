/** A cache line: no two tensors share one, and the last vector of a tensor may reach to its end. */
const ALIGNMENT = 64;
/** Scalars live apart from large tensors, whose neighbours would otherwise never merge again. */
const LARGEST_SMALL_BLOCK = 4096;
const SMALL_BLOCKS_BYTES = 1 << 20;

interface Range {
  address: number;
  bytes: number;
}

/** Hands out parts of a linear memory, best fit first; it knows where everything is, the memory itself holds only values. */
export class Allocator {
  private readonly small: Range[];
  private readonly large: Range[] = [];
  private readonly taken = new Map<number, number>();
  private end: number;
  private heldBytes = 0;
  private mostBytes = 0;

  /** `grow` makes the memory at least so many bytes long, or throws; memory below `start` is not ours. */
  constructor(
    private readonly start: number,
    private readonly grow: (bytes: number) => void,
  ) {
    this.end = start + SMALL_BLOCKS_BYTES;
    grow(this.end);
    this.small = [{ address: start, bytes: SMALL_BLOCKS_BYTES }];
  }

  get bytes(): number {
    return this.heldBytes;
  }

  get peakBytes(): number {
    return this.mostBytes;
  }

  resetPeak(): void {
    this.mostBytes = this.heldBytes;
  }

  /** The address of at least so many bytes, aligned to a cache line. Their values are whatever was there. */
  allocate(bytes: number): number {
    const size = Math.max(ALIGNMENT, Math.ceil(bytes / ALIGNMENT) * ALIGNMENT);
    const address =
      (size <= LARGEST_SMALL_BLOCK ? takeBestFit(this.small, size) : null) ?? takeBestFit(this.large, size) ?? this.extend(size);
    this.taken.set(address, size);
    this.heldBytes += size;
    this.mostBytes = Math.max(this.mostBytes, this.heldBytes);
    return address;
  }

  free(address: number): void {
    const bytes = this.taken.get(address);
    if (bytes === undefined) throw new Error(`Nothing is allocated at ${address}.`);
    this.taken.delete(address);
    this.heldBytes -= bytes;
    giveBack(address < this.start + SMALL_BLOCKS_BYTES ? this.small : this.large, { address, bytes });
  }

  /** Takes what is free at the end, and as much new memory as is missing. */
  private extend(size: number): number {
    const last = this.large.at(-1);
    const open = last && last.address + last.bytes === this.end ? last : null;
    const address = open?.address ?? this.end;
    this.grow(address + size);
    if (open) this.large.pop();
    this.end = address + size;
    return address;
  }
}

/** `free` is sorted by address. */
function takeBestFit(free: Range[], size: number): number | null {
  let best = -1;
  for (let i = 0; i < free.length; i++) {
    if (free[i].bytes >= size && (best < 0 || free[i].bytes < free[best].bytes)) best = i;
  }
  if (best < 0) return null;
  const { address, bytes } = free[best];
  if (bytes === size) free.splice(best, 1);
  else free[best] = { address: address + size, bytes: bytes - size };
  return address;
}

function giveBack(free: Range[], range: Range): void {
  const found = free.findIndex(({ address }) => address > range.address);
  const index = found < 0 ? free.length : found;
  const before = free[index - 1];
  const after = free[index];
  const joinsBefore = before && before.address + before.bytes === range.address;
  const joinsAfter = after && range.address + range.bytes === after.address;
  const merged = {
    address: joinsBefore ? before.address : range.address,
    bytes: range.bytes + (joinsBefore ? before.bytes : 0) + (joinsAfter ? after.bytes : 0),
  };
  free.splice(index - (joinsBefore ? 1 : 0), (joinsBefore ? 1 : 0) + (joinsAfter ? 1 : 0), merged);
}
