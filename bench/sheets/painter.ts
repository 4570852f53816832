import { readFile } from 'node:fs/promises';
import type { Engine } from '../../src/nst/engines/engine';
import type { RgbaImage } from '../../src/nst/images/image';
import type { StyleTransferImages } from '../../src/nst/images/prepare-images';
import { resampleRgba } from '../../src/nst/images/resample';
import type { Model } from '../../src/nst/model/model';
import { defaultSettings, type StyleTransferSettings } from '../../src/nst/settings';
import { stylize } from '../../src/nst/stylize';
import { decode } from '../../art/jpeg';
import { middleSquare } from './sheet';

/** Rows of equally large pictures; null leaves a place empty. */
export type Sheet = (RgbaImage | null)[][];

/** Makes the pictures of a sheet, all squares of one size, with the defaults. */
export class SheetPainter {
  constructor(
    private readonly engine: Engine,
    private readonly model: Model,
    readonly size: number,
    private readonly evaluations: number,
  ) {}

  async square(file: string): Promise<RgbaImage> {
    return resampleRgba(middleSquare(await decode(await readFile(file))), this.size, this.size);
  }

  /** Prints what was made and its J, so that a poor picture on the sheet can be told from a run that failed. */
  async paint(name: string, images: StyleTransferImages, settings: Partial<StyleTransferSettings> = {}): Promise<RgbaImage> {
    const all = { ...defaultSettings, evaluations: this.evaluations, ...settings };
    const { image, displayed } = await stylize(this.engine, this.model, images, all);
    console.log(`${name}: displayed J ${displayed.total.toFixed(3)}`);
    return image;
  }
}
