/** `--backend webgpu-node`: the method itself in this process, on the machine's graphics card, for servers without a browser. */
import type { HeadlessRequest, HeadlessResult } from '../../src/headless';
import { MaskError } from '../../src/nst/masks/mask-error';
import { checkEngine } from '../../src/nst/engines/probe-engine';
import { EngineError } from '../../src/nst/engines/engine-error';
import type { Engine } from '../../src/nst/engines/engine';
import { createWebgpuEngine } from '../../src/nst/engines/webgpu';
import { ImageError } from '../../src/nst/images/image-error';
import type { RgbaImage } from '../../src/nst/images/image';
import type { StyleTransferImages } from '../../src/nst/images/prepare-images';
import { loadModel } from '../../src/nst/model/load-model';
import type { Model } from '../../src/nst/model/model';
import { loadKeptNetwork } from '../../src/network-files/kept-network';
import { NetworkFileError } from '../../src/network-files/network-file-error';
import { tryNetwork } from '../../src/network-files/try-network';
import type { StylizeProgress, StylizeResult } from '../../src/nst/run/stylize-options';
import { stylize } from '../../src/nst/stylize';
import { progressOf } from '../../src/offscreen/jobs/progress-of';
import { reportOf } from '../../src/offscreen/jobs/report-of';
import { encodeDeepPng, encodePng, encodeWhole } from '../../src/picture-files/encode';
import { hashPictures } from '../../src/picture-files/hash-pictures';
import { recipeText } from '../../src/picture-files/recipe-text';
import type { JobProgress } from '../../src/protocol/job';
import { readOwnNetwork, type CommandNetwork } from '../cli/network-flag';
import type { Painter } from '../cli/painter';
import { UsageError } from '../cli/options';
import { readExtensionFile } from '../package-root';
import { openGpu } from './open-gpu';
import { readMask } from './read-mask';
import { readPicture } from './read-picture';

const NO_PACKAGE =
  '--backend webgpu-node needs one more package: run `npm install webgpu` where Brushover is installed, or leave the flag out.';
const NO_CARD = 'No graphics card was found for --backend webgpu-node: install its Vulkan driver, or leave the flag out.';

/** Throws UsageError where there is no card. */
export async function openNodePainter(own: CommandNetwork['own']): Promise<Painter> {
  const engine = await openEngine();
  const model = await modelOf(own, engine);
  return {
    stylize: (request, onProgress) => inWords(() => paint(engine, model, request, onProgress)),
    hashPictures: async (request) => hashPictures({ ...(await imagesOf(request)), start: null }),
    // Dawn's threads would keep Node alive; whoever is done here is done altogether.
    close: async () => engine.destroy(),
  };
}

async function openEngine(): Promise<Engine> {
  try {
    const engine = await createWebgpuEngine({ gpu: await openGpu() });
    await checkEngine(engine);
    return engine;
  } catch (error) {
    throw new UsageError(isNotInstalled(error) ? NO_PACKAGE : NO_CARD);
  }
}

function isNotInstalled(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
}

async function modelOf(own: CommandNetwork['own'], engine: Engine): Promise<Model> {
  if (!own) return loadModel(readExtensionFile, 'models/vgg16');
  const model = await loadKeptNetwork(await readOwnNetwork(own));
  await inWords(() => tryNetwork(engine, model));
  return model;
}

async function paint(
  engine: Engine,
  model: Model,
  request: HeadlessRequest,
  onProgress?: (progress: JobProgress) => void,
): Promise<HeadlessResult> {
  const images = await imagesOf(request);
  const pictures = await hashPictures({ ...images, start: null });
  const { version } = JSON.parse(new TextDecoder().decode(await readExtensionFile('manifest.json'))) as { version: string };
  engine.resetPeak();
  const startedAt = performance.now();
  const result = await stylize(engine, model, images, request.settings, {
    wantsPicture: () => false,
    onProgress: (progress: StylizeProgress) => onProgress?.(progressOf(progress)),
  });
  const provided = { engine, reason: 'the one that was chosen' };
  const elapsedMs = performance.now() - startedAt;
  const report = reportOf(request, { version, model, pictures, provided, result, elapsedMs, notes: result.notes });
  const text = recipeText(report.recipe);
  return {
    image: await base64Of(encodePng(result.image, text)),
    deep: request.deep ? await base64Of(encodeDeepPng(result.deep(), text)) : null,
    inputs: await inputsOf(result),
    report,
  };
}

async function imagesOf({ content, styles, mask, keepMask, size }: HeadlessRequest): Promise<StyleTransferImages> {
  const image = await readPicture(content, 'The content image');
  const optional = (mask: HeadlessRequest['mask'] | undefined, what: string) => (mask ? readMask(mask, image, what) : null);
  return {
    content: image,
    styles: await Promise.all(
      styles.map(async (style) => ({
        image: await readPicture(style.image, `The style image “${style.name}”`),
        weight: style.weight,
        mask: await optional(style.mask, `The mask of the style “${style.name}”`),
      })),
    ),
    mask: await optional(mask, 'The mask'),
    keepMask: await optional(keepMask, 'The mask of what is kept'),
    size,
  };
}

async function inputsOf({ inputs }: StylizeResult): Promise<HeadlessResult['inputs']> {
  const encoded = (image: RgbaImage): Promise<string> => base64Of(encodeWhole(image));
  return { content: await encoded(inputs.content), styles: await Promise.all(inputs.styles.map(encoded)) };
}

async function base64Of(file: Blob): Promise<string> {
  return Buffer.from(await file.arrayBuffer()).toString('base64');
}

/** What the method says of a run is meant for people already. */
async function inWords<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImageError || error instanceof MaskError || error instanceof NetworkFileError) throw new UsageError(error.message);
    if (error instanceof EngineError)
      throw new UsageError(`The graphics card failed (${error.message}); choose a smaller --size, or leave out --backend webgpu-node.`);
    throw error;
  }
}
