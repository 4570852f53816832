/** Elements that the user can see; the largest first. */
export function visibleElements<T extends HTMLElement>(selector: string): T[] {
  return [...document.querySelectorAll<T>(selector)].filter(isVisible).sort((a, b) => areaOf(b) - areaOf(a));
}

export function isVisible(element: Element): boolean {
  return element.isConnected && areaOf(element) > 0 && element.checkVisibility({ visibilityProperty: true });
}

function areaOf(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
}
