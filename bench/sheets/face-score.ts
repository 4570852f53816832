import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { RgbaImage } from '../../src/nst/images/image';
import { rgbOf } from '../../src/nst/images/rgb';
import { sharedPart, type Box } from '../../src/nst/masks/face';
import { FaceDetector } from '../../src/nst/masks/face-detector';
import { startPreviewBackend } from '../../src/nst/preview/start-backend';

/** Below this the detector answers anything anywhere. */
const LEAST_SCORE = 0.05;
const MOST_ASIDE = 0.5;

/** How sure the detector of the product itself is of a face in a painted picture. */
export class FaceScore {
  private constructor(private readonly detector: FaceDetector) {}

  static async open(): Promise<FaceScore> {
    await startPreviewBackend(`${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`);
    return new FaceScore(await FaceDetector.load(async (file) => Uint8Array.from(await readFile(file)).buffer));
  }

  /** Of the surest face. Throws where there is none. */
  async place(photo: RgbaImage): Promise<Box> {
    const [face] = await this.detector.find(rgbOf(photo));
    if (!face) throw new Error('There is no face in the photo; choose another one.');
    return face.box;
  }

  /** 0…1: of the face that lies where the photo's does; 0 without one. */
  async at(picture: RgbaImage, place: Box): Promise<number> {
    const faces = await this.detector.find(rgbOf(picture), LEAST_SCORE);
    return faces.find(({ box }) => sharedPart(box, place) > MOST_ASIDE)?.score ?? 0;
  }
}
