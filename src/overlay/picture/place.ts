export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A part of a picture, in 0…1 of its sides. */
export type Part = Place;

export const WHOLE: Part = { x: 0, y: 0, width: 1, height: 1 };

/** Where an element's content lies in the window, within its border and padding; in CSS pixels. */
export function contentPlace(element: Element): Place {
  const box = element.getBoundingClientRect();
  if (!(element instanceof HTMLElement) || !/^(img|canvas)$/i.test(element.tagName)) return plain(box);
  const style = getComputedStyle(element);
  const side = (name: string): number =>
    parseFloat(style.getPropertyValue(`border-${name}-width`)) + parseFloat(style.getPropertyValue(`padding-${name}`));
  const [left, top] = [side('left'), side('top')];
  return { x: box.x + left, y: box.y + top, width: box.width - left - side('right'), height: box.height - top - side('bottom') };
}

/** What of a place lies in the window; null if nothing does. */
export function inSight({ x, y, width, height }: Place): Place | null {
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  const right = Math.min(document.documentElement.clientWidth, x + width);
  const bottom = Math.min(window.innerHeight, y + height);
  return right - left >= 2 && bottom - top >= 2 ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

/** Where one place lies within another. */
export function partOf(inner: Place, outer: Place): Part {
  return {
    x: (inner.x - outer.x) / outer.width,
    y: (inner.y - outer.y) / outer.height,
    width: inner.width / outer.width,
    height: inner.height / outer.height,
  };
}

export function placeOfPart(part: Part, outer: Place): Place {
  return {
    x: outer.x + part.x * outer.width,
    y: outer.y + part.y * outer.height,
    width: part.width * outer.width,
    height: part.height * outer.height,
  };
}

function plain({ x, y, width, height }: DOMRect): Place {
  return { x, y, width, height };
}
