/** Klecks' only visible canvas: the document zoomed and panned on a grey ground, drawn when a frame comes and something has changed. */
import { contextOf } from '../test-canvas';
import { picture } from './document';

const [canvas] = document.querySelectorAll<HTMLCanvasElement>('.picture');
const [svg] = document.querySelectorAll<SVGSVGElement>('svg');
const outlines = document.querySelectorAll<SVGPathElement>('svg path');
export const view = { scale: 2, x: 50, y: 40 };
let isStale = true;
let known = [window.innerWidth, window.innerHeight];

export function redraw(): void {
  isStale = true;
}

/** What is in the middle stays there; a change of the window's size that is none changes nothing. */
window.addEventListener('resize', () => {
  const [x, y] = [window.innerWidth - known[0], window.innerHeight - known[1]];
  if (x === 0 && y === 0) return;
  known = [window.innerWidth, window.innerHeight];
  Object.assign(view, { x: view.x + x / 2, y: view.y + y / 2 });
  redraw();
});

function drawFrame(): void {
  requestAnimationFrame(drawFrame);
  if (!isStale) return;
  isStale = false;
  const context = contextOf(canvas);
  context.save();
  context.fillStyle = 'rgb(158,158,158)';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(Math.round(view.x), Math.round(view.y));
  context.scale(view.scale, view.scale);
  for (const layer of picture.layers) {
    if (!layer.isVisible || !layer.opacity) continue;
    context.save();
    context.globalAlpha = layer.opacity;
    context.drawImage(layer.canvas, 0, 0);
    context.restore();
  }
  context.restore();
  drawSelection();
}

/** On the middles of the screen's pixels, as far as the window shows it. */
function drawSelection(): void {
  svg.setAttribute('width', String(canvas.width));
  svg.setAttribute('height', String(canvas.height));
  const onScreen = (corner: number, offset: number, side: number) =>
    Math.round(Math.min(side + 10, Math.max(-10, corner * view.scale + offset)) + 0.5) - 0.5;
  const points = picture.selection?.map(([x, y]) => `${onScreen(x, view.x, canvas.width)},${onScreen(y, view.y, canvas.height)} `);
  for (const outline of outlines) outline.setAttribute('d', points ? `M${points.join('').trim()}` : '');
}

requestAnimationFrame(drawFrame);
