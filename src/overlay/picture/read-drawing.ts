import { createCanvas } from '../../editors/page/canvas';
import { UserFacingError } from '../../protocol/failure';
import { assertSize } from './limits';

/** What a page's style sheets commonly say about drawings; outside of the page they say nothing. */
const STYLED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'opacity',
  'color',
  'font',
  'display',
  'visibility',
  'stop-color',
];

/** An inline <svg> in the screen's pixels, with the page's styles written into a copy. */
export async function readDrawing(svg: SVGSVGElement): Promise<HTMLCanvasElement> {
  const { width, height } = svg.getBoundingClientRect();
  const scale = window.devicePixelRatio;
  assertSize(width * scale, height * scale);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  writeStyles(svg, copy);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('width', String(width * scale));
  copy.setAttribute('height', String(height * scale));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode().catch(() => {
    throw new UserFacingError('not-loaded', 'This drawing can’t be read; take a screenshot of it and open that in the panel.');
  });
  const { canvas, context } = createCanvas(Math.round(width * scale), Math.round(height * scale));
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function writeStyles(from: Element, to: Element): void {
  const computed = getComputedStyle(from);
  if (to instanceof SVGElement) for (const name of STYLED) to.style.setProperty(name, computed.getPropertyValue(name));
  const copies = [...to.children];
  for (const [i, child] of [...from.children].entries()) {
    const copy = copies[i];
    if (copy) writeStyles(child, copy);
  }
}
