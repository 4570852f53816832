import type { Page } from 'puppeteer';
import { inOverlay, type PageOfPictures } from '../../../tools/previews/page-of-pictures';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** In pixels: what two roundings come to. */
export const NEAR = 1.5;
const PATIENCE_MS = 10_000;

export function boxIn(page: Page, selector: string): Promise<Box> {
  return page.$eval(selector, (node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return { x, y, width, height };
  });
}

/**
 * How far a part of the overlay lies from an element of the page, by the side that is worst. The page is still laid out when the
 * picture comes, and the overlay follows it: waits until they are near.
 */
export async function distanceOver(pictures: PageOfPictures, part: string, selector: string): Promise<number> {
  const apart = async (): Promise<number> => {
    const [{ box }, place] = [await inOverlay(pictures, part), await boxIn(pictures.page, selector)];
    return Math.max(...(['x', 'y', 'width', 'height'] as const).map((side) => Math.abs(box[side] - place[side])));
  };
  const giveUpAt = performance.now() + PATIENCE_MS;
  let distance = await apart();
  while (distance >= NEAR && performance.now() < giveUpAt) distance = await apart();
  return distance;
}
