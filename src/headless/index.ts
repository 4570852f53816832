/**
 * The page through which command lines drive the extension: it starts jobs with the same calls as the panel,
 * so that a picture made without an editor comes from the same code.
 */
import { decodeDeepImage } from '../picture-files/decode';
import { hashPictures } from '../picture-files/hash-pictures';
import type { EngineName } from '../nst/engines/engine';
import type { RgbaImage } from '../nst/images/image';
import type { PictureHashes } from '../nst/recipe';
import type { StyleTransferSettings } from '../nst/settings';
import type { JobProgress, JobResult, JobState } from '../protocol/job';
import { onJobEvent } from '../protocol/events';
import { failureOf, UserFacingError, type Failure } from '../protocol/failure';
import { call } from '../protocol/messages';
import { addNetwork } from '../protocol/network-client';
import type { NetworkOrder } from '../protocol/networks';
import { loadImage, storeImage } from '../storage/images';
import { enteredFile } from './entered-file';
import { base64OfBytes } from '../bytes/base64';
import { decodedMask, storedMask, type MaskOrder } from './masks';
import { preview, sheet, type HeadlessPreview, type HeadlessPreviewRequest, type HeadlessSheetRequest } from './previews';

/** Pictures as base64 of their files: the driver's bridge carries strings. */
export interface HeadlessRequest {
  content: string;
  styles: { name: string; image: string; weight: number; mask: string | null }[];
  mask: MaskOrder | null;
  keepMask?: MaskOrder | null;
  size: number | null;
  engine: EngineName | 'auto';
  settings: StyleTransferSettings;
  /** The id that `addNetwork` answered with. */
  network?: string | null;
  /** Also in 16 bits a channel. */
  deep?: boolean;
}

export interface HeadlessResult {
  image: string;
  /** Null unless it was asked for. */
  deep: string | null;
  inputs: { content: string; styles: string[] };
  report: JobResult['report'];
}

export type Answered<Result> = { ok: true; result: Result } | { ok: false; failure: Failure };
export type HeadlessAnswer = Answered<HeadlessResult>;

export interface HeadlessApi {
  stylize(request: HeadlessRequest): Promise<HeadlessAnswer>;
  /** As they will stand in the recipe of this request's result. */
  pictureHashes(request: HeadlessRequest): Promise<Answered<PictureHashes>>;
  /** Of the files that were put into the page's field; answers with its id. */
  addNetwork(preprocessing: NetworkOrder['preprocessing']): Promise<Answered<string>>;
  preview(request: HeadlessPreviewRequest): Promise<Answered<HeadlessPreview>>;
  /** Base64 of a PNG. */
  sheet(request: HeadlessSheetRequest): Promise<Answered<string>>;
}

declare global {
  var brushover: HeadlessApi;
  /** Set by the driver before it calls `stylize`. */
  var onBrushoverProgress: ((progress: JobProgress) => void) | undefined;
}

globalThis.brushover = {
  stylize: answering(stylize),
  pictureHashes: answering(pictureHashes),
  addNetwork: answering(takeNetwork),
  preview: answering(preview),
  sheet: answering(sheet),
};

/** Errors as data, which the driver's bridge carries. */
function answering<Request, Result>(action: (request: Request) => Promise<Result>): (request: Request) => Promise<Answered<Result>> {
  return async (request) => {
    try {
      return { ok: true, result: await action(request) };
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  };
}

async function stylize(request: HeadlessRequest): Promise<HeadlessResult> {
  const result = await runJob(request);
  return {
    image: await encoded(result.image),
    deep: result.deep ? await encoded(result.deep) : null,
    inputs: {
      content: await encoded(result.inputs!.content),
      styles: await Promise.all(result.inputs!.styles.map(encoded)),
    },
    report: result.report,
  };
}

async function runJob({ content, styles, mask, keepMask, size, engine, settings, network, deep }: HeadlessRequest): Promise<JobResult> {
  let id: string | null = null;
  const done = new Promise<JobState>((resolve) => {
    const stop = onJobEvent((event) => {
      if (event.type !== 'state' || (id !== null && event.state.id !== id)) return;
      if (event.state.progress) globalThis.onBrushoverProgress?.(event.state.progress);
      if (['done', 'failed', 'cancelled', 'interrupted'].includes(event.state.status)) {
        stop();
        resolve(event.state);
      }
    });
  });
  const ref = await stored(content, 'The content image');
  ({ id } = await call('background', 'startJob', {
    content: ref,
    styles: await Promise.all(
      styles.map(async (style) => ({
        name: style.name,
        weight: style.weight,
        image: await stored(style.image, `The style image “${style.name}”`),
        mask: style.mask === null ? null : await stored(style.mask, `The mask of the style “${style.name}”`),
      })),
    ),
    mask: mask === null ? null : await storedMask(mask, ref, 'The mask'),
    keepMask: keepMask ? await storedMask(keepMask, ref, 'The mask of what is kept') : null,
    size,
    engine,
    settings,
    network,
    layer: null,
    keepInputs: true,
    deep,
  }));
  const { result, failure } = await done;
  if (!result) throw new UserFacingError(failure?.code ?? 'cancelled', failure?.message ?? 'The run was cancelled.');
  return result;
}

async function pictureHashes({ content, styles, mask, keepMask }: HeadlessRequest): Promise<PictureHashes> {
  return hashPictures({
    content: await decoded(content, 'The content image'),
    styles: await Promise.all(
      styles.map(async (style) => ({
        image: await decoded(style.image, `The style image “${style.name}”`),
        mask: style.mask === null ? null : await decoded(style.mask, `The mask of the style “${style.name}”`),
      })),
    ),
    mask: mask === null ? null : await decodedMask(mask, content, 'The mask'),
    keepMask: keepMask ? await decodedMask(keepMask, content, 'The mask of what is kept') : null,
    start: null,
  });
}

async function takeNetwork(preprocessing: NetworkOrder['preprocessing']): Promise<string> {
  const files = [...(document.querySelector('input')?.files ?? [])].map((file) => ({ name: file.name, data: file }));
  return (await addNetwork({ files, preprocessing })).id;
}

async function decoded(base64: string, what: string): Promise<RgbaImage> {
  return decodeDeepImage(await enteredFile(base64, what), what);
}

async function stored(base64: string, what: string): Promise<string> {
  return storeImage(await enteredFile(base64, what));
}

async function encoded(ref: string): Promise<string> {
  return base64OfBytes(new Uint8Array(await (await loadImage(ref)).arrayBuffer()));
}
