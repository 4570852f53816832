/**
 * safetensors: the length of a JSON header in eight bytes, the header, and raw little-endian numbers. The header may come from
 * anybody, so nothing is allocated by its word: https://github.com/huggingface/safetensors#format
 */
import * as v from 'valibot';
import { elementsOf, MOST_DIMENSIONS, MOST_TENSORS, type NamedTensor } from './named-tensor';
import { NetworkFileError } from './network-file-error';
import { asFloats, BYTES, type NumberKind } from './numbers';

const LENGTH_BYTES = 8;
/** VGG-19's is 5 KB; the format allows 100 MB. */
const MOST_HEADER_BYTES = 4 * 2 ** 20;

const KINDS: Readonly<Record<string, NumberKind>> = { F32: 'float32', F16: 'float16', BF16: 'bfloat16' };

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const tensorSchema = v.object({
  dtype: v.pipe(v.string(), v.maxLength(16)),
  shape: v.pipe(v.array(count), v.maxLength(MOST_DIMENSIONS)),
  data_offsets: v.tuple([count, count]),
});
const headerSchema = v.record(v.string(), v.unknown());

/** The tensors that the file names. Throws NetworkFileError where it is no safetensors file, or a damaged one. */
export async function readSafetensors(file: Blob): Promise<NamedTensor[]> {
  const headerBytes = await headerLength(file);
  const header = parseHeader(await file.slice(LENGTH_BYTES, LENGTH_BYTES + headerBytes).text());
  const entries = Object.entries(header).filter(([name]) => name !== '__metadata__');
  if (entries.length > MOST_TENSORS) throw damaged('it names more parts than any network has');
  const data = file.slice(LENGTH_BYTES + headerBytes);
  return entries.map(([name, entry]) => namedTensor(name, entry, data));
}

async function headerLength(file: Blob): Promise<number> {
  if (file.size <= LENGTH_BYTES) throw damaged('it is too short');
  const length = Number(new DataView(await file.slice(0, LENGTH_BYTES).arrayBuffer()).getBigUint64(0, true));
  if (length > MOST_HEADER_BYTES || length > file.size - LENGTH_BYTES) throw damaged('its header is longer than it can be');
  return length;
}

function parseHeader(text: string): Record<string, unknown> {
  try {
    return v.parse(headerSchema, JSON.parse(text));
  } catch (cause) {
    throw damaged('its header can’t be read', cause);
  }
}

function namedTensor(name: string, entry: unknown, data: Blob): NamedTensor {
  const parsed = v.safeParse(tensorSchema, entry);
  if (!parsed.success) throw damaged(`its header describes “${name}” wrongly`);
  const { dtype, shape, data_offsets } = parsed.output;
  const [begin, end] = data_offsets;
  if (begin > end || end > data.size) throw damaged(`“${name}” lies beyond its end`);
  const kind = Object.hasOwn(KINDS, dtype) ? KINDS[dtype] : undefined;
  // Numbers of other kinds, such as counters, may stand beside the weights.
  if (kind && elementsOf(shape) * BYTES[kind] !== end - begin) throw damaged(`“${name}” has another length than its shape`);
  return { name, shape, read: () => readNumbers(name, kind, dtype, data.slice(begin, end)) };
}

async function readNumbers(name: string, kind: NumberKind | undefined, dtype: string, bytes: Blob): Promise<Float32Array> {
  if (!kind) throw new NetworkFileError(`“${name}” is stored as ${dtype}; save the network as float32, float16 or bfloat16.`);
  return asFloats(await bytes.arrayBuffer(), kind);
}

function damaged(why: string, cause?: unknown): NetworkFileError {
  return new NetworkFileError(`This is no safetensors file, or a damaged one: ${why}; choose another, or save it again.`, { cause });
}
