/** Files of networks as other programs write them. */
import { vggLayers, type VggName } from '../../../src/nst/model/vgg';
import type { Model } from '../../../src/nst/model/model';
import type { NamedTensor, NetworkFile } from '../../../src/network-files/named-tensor';

export interface Part {
  dtype: string;
  shape: readonly number[];
  data: ArrayBufferView;
}

export function safetensors(parts: Readonly<Record<string, Part>>): Uint8Array<ArrayBuffer> {
  let end = 0;
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  for (const [name, { dtype, shape, data }] of Object.entries(parts)) {
    header[name] = { dtype, shape, data_offsets: [end, (end += data.byteLength)] };
  }
  return withHeader(JSON.stringify(header), ...Object.values(parts).map(({ data }) => data));
}

/** A header of any text before some bytes. */
export function withHeader(header: string, ...data: ArrayBufferView[]): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return new Uint8Array(
    Buffer.concat([length, text, ...data.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))]),
  );
}

export const fileOf = (name: string, data: BlobPart): NetworkFile => ({ name, data: new Blob([data]) });

/** Positions of torchvision's `features`, where ReLU and pooling count too. */
export function featureNumbers(vgg: VggName): number[] {
  let next = 0;
  return vggLayers(vgg).map(({ poolBefore }) => {
    const number = next + (poolBefore ? 1 : 0);
    next = number + 2;
    return number;
  });
}

/** Tensors of a VGG with nothing to read: names and shapes alone. */
export function shapesOf(vgg: VggName, name: (part: 'kernel' | 'bias', index: number) => string, layout: 'torch' | 'keras'): NamedTensor[] {
  const read = () => Promise.reject(new Error('Nothing is read.'));
  return vggLayers(vgg).flatMap(({ inputChannels, outputChannels }, i) => {
    const shape = layout === 'torch' ? [outputChannels, inputChannels, 3, 3] : [3, 3, inputChannels, outputChannels];
    return [
      { name: name('kernel', i), shape, read },
      { name: name('bias', i), shape: [outputChannels], read },
    ];
  });
}

/** A model's weights as Keras' exports have them, with channels in the order in which it was trained: BGR. */
export function kerasParts({ layers }: Model): Record<string, Part> {
  const parts = layers.flatMap(({ name, kernel, bias, inputChannels, outputChannels }, i): [string, Part][] => {
    const place = `block${name[4]}_conv${name[6]}`;
    return [
      [
        `${place}/kernel:0`,
        { dtype: 'F32', shape: [3, 3, inputChannels, outputChannels], data: i === 0 ? reversed(kernel, outputChannels) : kernel },
      ],
      [`${place}/bias:0`, { dtype: 'F32', shape: [outputChannels], data: bias }],
    ];
  });
  return Object.fromEntries(parts);
}

/** The same as PyTorch stores it, in `features.N`. */
export function torchParts({ layers }: Model, vgg: VggName): Record<string, Part> {
  const numbers = featureNumbers(vgg);
  const parts = layers.flatMap(({ kernel, bias, inputChannels, outputChannels }, i): [string, Part][] => [
    [
      `features.${numbers[i]}.weight`,
      {
        dtype: 'F32',
        shape: [outputChannels, inputChannels, 3, 3],
        data: transposed(i === 0 ? reversed(kernel, outputChannels) : kernel, inputChannels, outputChannels),
      },
    ],
    [`features.${numbers[i]}.bias`, { dtype: 'F32', shape: [outputChannels], data: bias }],
  ]);
  return Object.fromEntries(parts);
}

/** [3, 3, 3, out] with its inputs the other way round. */
function reversed(kernel: Float32Array, outputs: number): Float32Array {
  const result = kernel.slice();
  for (let position = 0; position < 9; position++) {
    for (let input = 0; input < 3; input++) {
      const from = (position * 3 + 2 - input) * outputs;
      result.set(kernel.subarray(from, from + outputs), (position * 3 + input) * outputs);
    }
  }
  return result;
}

/** [3, 3, in, out] → [out, in, 3, 3] */
function transposed(kernel: Float32Array, inputs: number, outputs: number): Float32Array {
  const result = new Float32Array(kernel.length);
  for (let i = 0; i < kernel.length; i++) {
    const input = Math.floor(i / outputs) % inputs;
    result[((i % outputs) * inputs + input) * 9 + Math.floor(i / (inputs * outputs))] = kernel[i];
  }
  return result;
}
