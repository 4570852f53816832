/** The trunks of Simonyan & Zisserman (2015), configurations D and E: convolutions of 3×3 with ReLU, poolings between blocks. */
export const VGG_NAMES = ['vgg16', 'vgg19'] as const;
export type VggName = (typeof VGG_NAMES)[number];

export const VGG_TITLES: Readonly<Record<VggName, string>> = { vgg16: 'VGG-16', vgg19: 'VGG-19' };

export interface VggLayer {
  /** Of its output after ReLU, such as "relu4_2". */
  name: string;
  /** Such as "conv4_2". */
  convolution: string;
  inputChannels: number;
  outputChannels: number;
  /** A 2×2 pooling comes before it. */
  poolBefore: boolean;
}

const CONVOLUTIONS: Readonly<Record<VggName, readonly number[]>> = { vgg16: [2, 2, 3, 3, 3], vgg19: [2, 2, 4, 4, 4] };
const CHANNELS = [64, 128, 256, 512, 512];

/** From the image to the deepest. */
export function vggLayers(vgg: VggName): VggLayer[] {
  let inputChannels = 3;
  return CONVOLUTIONS[vgg].flatMap((count, block) =>
    Array.from({ length: count }, (_, index) => {
      const place = `${block + 1}_${index + 1}`;
      const outputChannels = CHANNELS[block];
      const layer = {
        name: `relu${place}`,
        convolution: `conv${place}`,
        inputChannels,
        outputChannels,
        poolBefore: index === 0 && block > 0,
      };
      inputChannels = outputChannels;
      return layer;
    }),
  );
}

export function vggLayerNames(vgg: VggName): string[] {
  return vggLayers(vgg).map(({ name }) => name);
}

/** One that the settings name and the network lacks; null where all are there. */
export function missingLayer(layers: readonly string[], vgg: VggName): string | null {
  const names = vggLayerNames(vgg);
  return layers.find((layer) => !names.includes(layer)) ?? null;
}
