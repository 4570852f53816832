import browser from 'webextension-polyfill';
import { UserFacingError } from '../../../protocol/failure';
import type { StyleSource } from '../../../protocol/previews';
import { loadImage } from '../../../storage/images';
import { askPreview } from '../ask-preview';
import { source } from '../source';
import { textsOf } from './built-in-styles';

export interface LearnedStyle {
  id: string;
  name: string;
  description: string;
  index: number;
  words: string;
}

const FOLDER = 'styles/learned';
const RENDITION_SIDE = 768;
/** Ink and yellow, Woven strips and Coral cut-out leave little of any picture: they come last. */
const HARSH = new Set([1, 17, 21]);

export async function loadLearnedStyles(): Promise<LearnedStyle[]> {
  const response = await fetch(browser.runtime.getURL(`${FOLDER}/index.json`)).catch(() => null);
  if (!response?.ok)
    throw new UserFacingError('style-missing', `The extension's file ${FOLDER}/index.json is missing; install Brushover again.`);
  const styles = (await response.json()) as { name: string; description: string }[];
  const inOrderOfNetwork = styles.map((style, index) => ({ ...textsOf(style), index, id: `learned-${index}` }));
  const isHarsh = ({ index }: LearnedStyle): boolean => HARSH.has(index);
  return [...inOrderOfNetwork.filter((style) => !isHarsh(style)), ...inOrderOfNetwork.filter(isHarsh)];
}

export function learnedThumbnailUrl({ index }: LearnedStyle): string {
  return browser.runtime.getURL(`${FOLDER}/${index}.jpg`);
}

/** A learned style has no picture of its own: a job takes what the network makes of the layer as its style image. */
export async function renderLearnedStyle(style: StyleSource): Promise<Blob> {
  const from = source.value;
  if (!from) throw new UserFacingError('no-source', 'Capture a layer or open an image first.');
  const { image } = await askPreview({
    content: from.image,
    styles: [{ source: style, weight: 1 }],
    strength: 1,
    mask: null,
    size: RENDITION_SIDE,
    keepColors: 'none',
    priority: 'chosen',
    optimized: null,
    keep: true,
  });
  if (!image) throw new UserFacingError('no-picture', 'The style was not painted; start once more.');
  return loadImage(image);
}
