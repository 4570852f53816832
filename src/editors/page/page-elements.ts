/** Smaller ones are icons and thumbnails. */
const LEAST_SIDE = 64;

/** Elements that the user can see; the largest first. */
export function visibleElements<T extends HTMLElement>(selector: string): T[] {
  return [...document.querySelectorAll<T>(selector)].filter(isVisible).sort((a, b) => areaOf(b) - areaOf(a));
}

/** Those that may be the page's picture, the largest first. */
export function visiblePictures<T extends HTMLElement>(selector: string): T[] {
  return visibleElements<T>(selector).filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width >= LEAST_SIDE && height >= LEAST_SIDE;
  });
}

export function isVisible(element: Element): boolean {
  return element.isConnected && areaOf(element) > 0 && element.checkVisibility({ visibilityProperty: true });
}

function areaOf(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
}
