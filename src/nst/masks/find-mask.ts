import type { FloatImage } from '../images/resample';
import type { FetchAsset } from '../model/assets';
import { FaceDetector } from './face-detector';
import { faceMask } from './face-mask';
import type { Findable } from './findable';
import { SubjectFinder } from './subject-finder';

/** Of the picture: less is a spot, no subject. */
const LEAST_SUBJECT = 0.005;

/**
 * What is looked for, as [h · w · 1] in 0…1; null where there is none. RGB in 0…255, on TensorFlow.js's current backend.
 * Throws a `ModelError` for missing or damaged files.
 */
export async function findMask(fetchAsset: FetchAsset, picture: FloatImage, what: Findable): Promise<FloatImage | null> {
  return what === 'faces' ? findFaces(fetchAsset, picture) : findSubject(fetchAsset, picture, what === 'background');
}

async function findFaces(fetchAsset: FetchAsset, picture: FloatImage): Promise<FloatImage | null> {
  const detector = await FaceDetector.load(fetchAsset);
  try {
    const faces = await detector.find(picture);
    return faces.length === 0 ? null : faceMask(faces, picture.width, picture.height);
  } finally {
    detector.dispose();
  }
}

async function findSubject(fetchAsset: FetchAsset, picture: FloatImage, inverted: boolean): Promise<FloatImage | null> {
  const finder = await SubjectFinder.load(fetchAsset);
  try {
    const mask = await finder.find(picture);
    const covered = mask.data.reduce((count, value) => count + (value > 0.5 ? 1 : 0), 0);
    if (covered < LEAST_SUBJECT * mask.data.length) return null;
    return inverted ? { ...mask, data: mask.data.map((value) => 1 - value) } : mask;
  } finally {
    finder.dispose();
  }
}
