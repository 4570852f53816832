import { createEngine } from '../../nst/engines/create-engine';
import type { Engine } from '../../nst/engines/engine';
import { EXPLORED_SIDE, type LayerMaps, type Rebuilt, type RebuiltFrom } from '../../nst/explorer/explored';
import { rebuild } from '../../nst/explorer/rebuild';
import { strongestMaps } from '../../nst/explorer/strongest-maps';
import type { RgbaImage } from '../../nst/images/image';
import type { Model } from '../../nst/model/model';
import { sha256Of } from '../../nst/sha256';
import { decodeSmall } from '../../picture-files/decode-small';
import type { ExploredLayer, LayerRequest, RebuildRequest } from '../../protocol/explorer';
import { loadRebuilt, saveRebuilt } from '../../storage/rebuilt';
import { assetUrl, fetchAsset } from '../assets';
import { loadNetwork } from '../load-network';
import { createThread } from '../make-engine';
import { styleFile } from '../previews/style-file';

interface Picture {
  place: string;
  /** Of its file. */
  hash: string;
  image: RgbaImage;
}

/** Looks at pictures through the network, on a WebAssembly engine of its own: the job's may be on the graphics processor. */
export class Explorer {
  private engine: Promise<Engine> | null = null;
  private network: { id: string | null; model: Promise<Model> } | null = null;
  private picture: Picture | null = null;

  /** What is known at once. Rejects with the signal's reason once it is aborted. */
  async explore({ source, layer, network }: LayerRequest, signal: AbortSignal): Promise<ExploredLayer> {
    const picture = await this.pictureOf(source);
    const maps: LayerMaps = await strongestMaps(await this.startEngine(), await this.loadModel(network), picture.image, layer);
    signal.throwIfAborted();
    const [content, style] = await Promise.all([known(picture, layer, 'content', network), known(picture, layer, 'style', network)]);
    return { ...maps, rebuilt: { content, style } };
  }

  /** In seconds, unless it is known. */
  async rebuild(
    { source, layer, from, network }: RebuildRequest,
    signal: AbortSignal,
    onPicture: (picture: RgbaImage, fraction: number) => void,
  ): Promise<Rebuilt> {
    const picture = await this.pictureOf(source);
    const before = await known(picture, layer, from, network);
    if (before) return before;
    const [engine, model] = [await this.startEngine(), await this.loadModel(network)];
    const rebuilt = await rebuild(engine, model, picture.image, from, layer, { signal, wantsPicture: every(PICTURE_MS), onPicture });
    // Where storage fails it is rebuilt again.
    await saveRebuilt(keyOf(picture, layer, from, network), rebuilt).catch(() => undefined);
    return rebuilt;
  }

  private async pictureOf(source: LayerRequest['source']): Promise<Picture> {
    const place = JSON.stringify(source);
    if (this.picture?.place === place) return this.picture;
    const file = await styleFile(source);
    const image = await decodeSmall(file, EXPLORED_SIDE, 'The picture');
    this.picture = { place, hash: await sha256Of(await file.arrayBuffer()), image };
    return this.picture;
  }

  private startEngine(): Promise<Engine> {
    this.engine ??= createEngine('wasm', { fetchAsset, assetUrl, createThread });
    this.engine.catch(() => (this.engine = null));
    return this.engine;
  }

  /** All of it once, for whatever layer comes next. */
  private loadModel(id: string | null = null): Promise<Model> {
    if (this.network?.id === id) return this.network.model;
    const model = loadNetwork(id, null, new AbortController().signal);
    const mine = { id, model };
    this.network = mine;
    model.catch(() => {
      if (this.network === mine) this.network = null;
    });
    return model;
  }
}

/** To be seen as it appears, without being a burden. */
const PICTURE_MS = 120;

function every(milliseconds: number): () => boolean {
  let last = -Infinity;
  return () => {
    const now = performance.now();
    const due = now - last >= milliseconds;
    if (due) last = now;
    return due;
  };
}

/** To be raised when pictures are rebuilt in another way. */
const WAY = 1;

function keyOf({ hash }: Picture, layer: string, from: RebuiltFrom, network: string | null = null): string {
  return [hash, layer, from, WAY, ...(network ? [network] : [])].join(':');
}

function known(picture: Picture, layer: string, from: RebuiltFrom, network?: string | null): Promise<Rebuilt | null> {
  return loadRebuilt(keyOf(picture, layer, from, network)).catch(() => null);
}
