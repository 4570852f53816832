/**
 * TensorFlow.js: model.json, whose manifest says which weights lie in which files, one after the other. Its own reader makes
 * tensors on a backend of all of them, which a classifier's 550 MB would not survive; here only what is wanted is read.
 */
import * as v from 'valibot';
import { elementsOf, MOST_DIMENSIONS, MOST_TENSORS, type NamedTensor, type NetworkFile } from './named-tensor';
import { NetworkFileError } from './network-file-error';
import { asFloats, BYTES, type NumberKind } from './numbers';

/** Keras' whole VGG-19 has one of 20 KB; a graph may hold more. */
const MOST_JSON_BYTES = 16 * 2 ** 20;
const MOST_FILES = 1000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const finite = v.pipe(v.number(), v.finite());
const weightSchema = v.object({
  name: v.string(),
  shape: v.pipe(v.array(count), v.maxLength(MOST_DIMENSIONS)),
  dtype: v.string(),
  quantization: v.optional(v.object({ dtype: v.string(), scale: v.optional(finite), min: v.optional(finite) })),
});
const groupSchema = v.object({
  paths: v.pipe(v.array(v.string()), v.maxLength(MOST_FILES)),
  weights: v.pipe(v.array(weightSchema), v.maxLength(MOST_TENSORS)),
});
const modelSchema = v.object({ weightsManifest: v.pipe(v.array(groupSchema), v.maxLength(MOST_FILES)) });

type Weight = v.InferOutput<typeof weightSchema>;
type Group = v.InferOutput<typeof groupSchema>;

const KINDS: Readonly<Record<string, NumberKind>> = { float32: 'float32', float16: 'float16', uint8: 'uint8', uint16: 'uint16' };
/** Of weights that are none, such as a graph's shapes. */
const OTHER_BYTES: Readonly<Record<string, number>> = { int32: 4, bool: 1, complex64: 8 };

/** The weights that model.json names, of the files beside it. Throws NetworkFileError. */
export async function readTfjs(model: NetworkFile, files: readonly NetworkFile[]): Promise<NamedTensor[]> {
  if (model.data.size > MOST_JSON_BYTES) throw damaged('it is larger than any of a VGG');
  const { weightsManifest } = parseModel(await model.data.text());
  return weightsManifest.flatMap((group) => tensorsOf(group, files));
}

function parseModel(text: string): v.InferOutput<typeof modelSchema> {
  try {
    return v.parse(modelSchema, JSON.parse(text));
  } catch (cause) {
    throw damaged('it has no readable list of weights', cause);
  }
}

function tensorsOf({ paths, weights }: Group, files: readonly NetworkFile[]): NamedTensor[] {
  const bytes = new Blob(paths.map((path) => fileAt(path, files)));
  let begin = 0;
  return weights.map((weight) => {
    const length = lengthOf(weight);
    const end = begin + length;
    if (!(end <= bytes.size)) throw damaged(`“${weight.name}” lies beyond the end of its files`);
    const part = bytes.slice(begin, end);
    begin = end;
    return { name: weight.name, shape: weight.shape, read: () => readNumbers(weight, part) };
  });
}

/** Only the names count: a browser hides the folders. */
function fileAt(path: string, files: readonly NetworkFile[]): Blob {
  const name = path.split('/').at(-1);
  const file = files.find((candidate) => candidate.name === name);
  if (!file)
    throw new NetworkFileError(`The file “${name}” is missing; choose model.json together with all .bin files beside it, or their folder.`);
  return file.data;
}

function lengthOf({ name, shape, dtype, quantization }: Weight): number {
  const stored = quantization?.dtype ?? dtype;
  const kind = kindOf(stored);
  const bytes = kind ? BYTES[kind] : Object.hasOwn(OTHER_BYTES, stored) ? OTHER_BYTES[stored] : undefined;
  // A text's length stands in the text itself, so that nothing behind it can be found.
  if (bytes === undefined) throw damaged(`“${name}” is stored as ${stored}, whose length is not known`);
  return elementsOf(shape) * bytes;
}

async function readNumbers({ name, dtype, quantization }: Weight, part: Blob): Promise<Float32Array> {
  const stored = quantization?.dtype ?? dtype;
  const kind = kindOf(stored);
  const isRounded = kind === 'uint8' || kind === 'uint16';
  if (!kind || (isRounded && !quantization))
    throw new NetworkFileError(`“${name}” is stored as ${stored}, which is no number of a network; convert it again.`);
  const numbers = asFloats(await part.arrayBuffer(), kind);
  if (!isRounded) return numbers;
  const { scale = NaN, min = NaN } = quantization ?? {};
  return numbers.map((number) => number * scale + min);
}

function kindOf(dtype: string): NumberKind | undefined {
  return Object.hasOwn(KINDS, dtype) ? KINDS[dtype] : undefined;
}

function damaged(why: string, cause?: unknown): NetworkFileError {
  return new NetworkFileError(`This model.json is damaged, or of another program: ${why}; convert the network again.`, { cause });
}
