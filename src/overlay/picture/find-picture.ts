import { isVisible } from '../../editors/page/page-elements';
import { lastTargets } from './last-target';
import { pictureOf, type PagePicture } from './page-picture';

/**
 * The picture that was right-clicked. The browser says only an <img>'s address; for the rest there is the right-click
 * itself, if it was seen, or what the pointer was over. Null if none of it tells.
 */
export function findPicture(srcUrl: string | null): PagePicture | null {
  const targets = lastTargets();
  if (srcUrl !== null) return findBySource(srcUrl, targets ?? []) ?? firstOf(targets ?? []);
  return firstOf(targets ?? hovered());
}

export function pictureAt(x: number, y: number): PagePicture | null {
  return firstOf(document.elementsFromPoint(x, y));
}

/** A page-wide backdrop is no picture that somebody points at, unless it is the only one. */
function firstOf(elements: readonly Element[]): PagePicture | null {
  const isBackdrop = ({ element }: PagePicture): boolean => element === document.body || element === document.documentElement;
  const pictures = elements.map(pictureOf).filter((picture): picture is PagePicture => picture !== null);
  return pictures.find((picture) => !isBackdrop(picture)) ?? pictures[0] ?? null;
}

function findBySource(srcUrl: string, targets: readonly Element[]): PagePicture | null {
  const matching = allImages(document).filter((image) => image.currentSrc === srcUrl || image.src === srcUrl);
  const chosen =
    matching.find((image) => targets.includes(image)) ??
    matching.find((image) => image.matches(':hover')) ??
    matching.find(isVisible) ??
    matching[0];
  return chosen ? pictureOf(chosen) : null;
}

/** Also those within open shadow roots. */
function allImages(root: Document | ShadowRoot): HTMLImageElement[] {
  const images = [...root.querySelectorAll('img')];
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? allImages(shadowRoot) : []));
  return [...images, ...inner];
}

/** Innermost first, then what lies under its middle: links often cover pictures. */
function hovered(): Element[] {
  const chain = [...document.querySelectorAll(':hover')].reverse();
  const [innermost] = chain;
  if (!innermost) return [];
  const { x, y, width, height } = innermost.getBoundingClientRect();
  return [...chain, ...document.elementsFromPoint(x + width / 2, y + height / 2)];
}
