/** `--network PATH`: a network of the user's own, read and checked before anything is painted. */
import { openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { NetworkFile } from '../../src/network-files/named-tensor';
import { NetworkFileError } from '../../src/network-files/network-file-error';
import { PREPROCESSINGS, type PreprocessingChoice } from '../../src/network-files/preprocessing';
import { readNetwork, type ReadNetwork } from '../../src/network-files/read-network';
import { readModelId } from '../../src/nst/model/load-model';
import type { VggName } from '../../src/nst/model/vgg';
import { readExtensionFile } from '../package-root';
import { choiceFlag, UsageError } from './options';

/** The network of a command: its own, or the one that ships. */
export interface CommandNetwork {
  /** As recipes name it. */
  id: string;
  vgg: VggName;
  /** Null: the one that ships. */
  own: { paths: readonly string[]; preprocessing: PreprocessingChoice } | null;
}

const FILE = /\.(safetensors|json|bin)$/i;

/** Throws UsageError. */
export async function readNetworkFlags(path: string | null, input: string | null): Promise<CommandNetwork> {
  const preprocessing = input === null ? 'auto' : choiceFlag('network-input', input, ['auto', ...PREPROCESSINGS]);
  if (path === null) {
    if (input !== null) throw new UsageError('--network-input says how the pictures of --network were prepared; give that, too.');
    return { id: await readModelId(readExtensionFile, 'models/vgg16'), vgg: 'vgg16', own: null };
  }
  const own = { paths: await pathsOf(path), preprocessing };
  const { manifest, vgg } = await readOwnNetwork(own);
  return { id: manifest.id, vgg, own };
}

/** Its numbers take up to 80 MB, so they are read where they are wanted, and not kept. */
export async function readOwnNetwork({ paths, preprocessing }: NonNullable<CommandNetwork['own']>): Promise<ReadNetwork> {
  try {
    return await readNetwork(await Promise.all(paths.map(openFile)), preprocessing);
  } catch (error) {
    if (error instanceof NetworkFileError) throw new UsageError(`--network: ${error.message}`);
    throw error;
  }
}

/** Of a file, of a model.json with what lies beside it, or of a folder. */
async function pathsOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return filesIn(path);
  if (!found?.isFile()) throw new UsageError(`--network: there is no readable file ${path}.`);
  return path.endsWith('.json') ? [path, ...(await filesIn(dirname(path))).filter((name) => /\.bin$/i.test(name))] : [path];
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => FILE.test(name)).map((name) => join(folder, name));
}

async function openFile(path: string): Promise<NetworkFile> {
  return { name: basename(path), data: (await openAsBlob(path)) as Blob };
}
