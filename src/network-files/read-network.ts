/** The one gate for networks that people bring: a file of anybody's, checked before anything is made of it. */
import { findTrunk } from './find-trunk';
import type { NamedTensor, NetworkFile } from './named-tensor';
import { NetworkFileError } from './network-file-error';
import { makeOwnNetwork, type OwnNetwork } from './own-network';
import { detectPreprocessing, hasPublishedBiases, type Preprocessing, type PreprocessingChoice } from './preprocessing';
import { readLayers } from './read-layers';
import { readSafetensors } from './safetensors';
import { readTfjs } from './tfjs';

export interface ReadNetwork extends OwnNetwork {
  preprocessing: Preprocessing;
  /** Its first layer is the ImageNet VGG-16's. */
  claimsImagenet: boolean;
}

const MOST_NAME = 80;

/** Throws NetworkFileError. What the network sees is tried next (`try-network.ts`). */
export async function readNetwork(files: readonly NetworkFile[], choice: PreprocessingChoice = 'auto'): Promise<ReadNetwork> {
  const main = mainFile(files);
  const trunk = findTrunk(await tensorsOf(main, files));
  const layers = await readLayers(trunk);
  const first = layers[0]!;
  const preprocessing = choice === 'auto' ? detectPreprocessing(trunk.layout, first) : choice;
  const claimsImagenet = trunk.vgg === 'vgg16' && hasPublishedBiases(first);
  return { ...(await makeOwnNetwork(trunk.vgg, nameOf(main), layers, preprocessing)), preprocessing, claimsImagenet };
}

const isJson = ({ name }: NetworkFile): boolean => /\.json$/i.test(name);

function mainFile(files: readonly NetworkFile[]): NetworkFile {
  const safetensors = files.filter(({ name }) => /\.safetensors$/i.test(name));
  if (safetensors.length > 1) throw new NetworkFileError('These are several networks; choose one .safetensors file.');
  const main = safetensors[0] ?? files.find(({ name }) => name.toLowerCase() === 'model.json') ?? files.find(isJson);
  if (main) return main;
  throw new NetworkFileError(
    'This is no network that Brushover reads; choose a .safetensors file, or TensorFlow.js’ model.json with the .bin files beside it.',
  );
}

function tensorsOf(main: NetworkFile, files: readonly NetworkFile[]): Promise<NamedTensor[]> {
  return isJson(main) ? readTfjs(main, files) : readSafetensors(main.data);
}

/** What people call it: the file, or the folder of a model.json. */
function nameOf(main: NetworkFile): string {
  const name = isJson(main) ? (main.folder ?? main.name) : main.name;
  return name.replace(/\.(safetensors|json)$/i, '').slice(0, MOST_NAME) || 'model';
}
