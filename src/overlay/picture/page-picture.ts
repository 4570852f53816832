import { fileNameOf } from '../../addresses/file-name-of';
import { addressOfBackground, readBackground } from './read-background';
import { readDrawing } from './read-drawing';
import { readElement } from './read-element';
import { translate } from '../../texts/translate';

/** Something on the page that shows a picture. */
export interface PagePicture {
  readonly element: Element;
  readonly name: string;
  /** Where it was loaded from, if it was. */
  readonly address: string | null;
  /** Its pixels. Throws an Error whose code is "tainted" where the browser forbids reading, else a UserFacingError. */
  read(): Promise<HTMLCanvasElement>;
}

/** The picture that an element shows itself; null if it shows none. */
export function pictureOf(element: Element): PagePicture | null {
  if (element instanceof HTMLImageElement) {
    return {
      element,
      name: nameOf(element.alt, element.currentSrc),
      address: loadedFrom(element.currentSrc || element.src),
      read: () => readElement(element),
    };
  }
  if (element instanceof HTMLCanvasElement) {
    return { element, name: nameOf(element.getAttribute('aria-label') ?? '', ''), address: null, read: () => readElement(element) };
  }
  const drawing = element.closest('svg');
  if (drawing) {
    const svg = drawing.ownerSVGElement ?? drawing;
    return { element: svg, name: nameOf(svg.querySelector('title')?.textContent ?? '', ''), address: null, read: () => readDrawing(svg) };
  }
  const background = addressOfBackground(element);
  if (background === null) return null;
  return {
    element,
    name: nameOf(element.getAttribute('aria-label') ?? '', background),
    address: loadedFrom(background),
    read: () => readBackground(element, background),
  };
}

/** A data: or blob: address leads nowhere outside of the page. */
function loadedFrom(address: string): string | null {
  return /^https?:/.test(address) ? address : null;
}

function nameOf(label: string, address: string): string {
  return (label.trim() || fileNameOf(address) || document.title.trim() || translate`Picture`).slice(0, 60);
}
