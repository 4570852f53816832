/** Fills in the pictures that HTML alone can't show, and writes down every event that reaches the page. */
import { drawWithWebGL } from '../canvas/webgl';

declare global {
  interface Window {
    seen: string[];
  }
}

window.seen = [];
for (const type of ['click', 'pointerdown', 'keydown', 'input', 'wheel']) {
  document.addEventListener(type, (event) => window.seen.push(`${type} ${(event.target as Element).tagName}`));
}

function byId<T extends Element>(id: string): T {
  return document.getElementById(id) as unknown as T;
}

function draw(id: string, picture: CanvasImageSource): HTMLCanvasElement {
  const canvas = byId<HTMLCanvasElement>(id);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function loaded(image: HTMLImageElement, src: string): Promise<HTMLImageElement> {
  image.src = src;
  await image.decode();
  return image;
}

/** The same server under its other name is another site. */
const elsewhere = `http://localhost:${location.port}/photos/photo-astronaut.jpg`;
const cross = await loaded(byId<HTMLImageElement>('cross'), elsewhere);
draw('tainted', cross);
const drawn = draw('canvas', await loaded(new Image(), '/photos/photo-cat.jpg'));
drawWithWebGL(byId<HTMLCanvasElement>('webgl'), drawn);
await loaded(byId<HTMLImageElement>('data'), drawn.toDataURL('image/jpeg'));
const blob = await new Promise<Blob>((resolve) => drawn.toBlob((made) => resolve(made!)));
await loaded(byId<HTMLImageElement>('blob'), URL.createObjectURL(blob));
const vast = "<svg xmlns='http://www.w3.org/2000/svg' width='20000' height='20000'><rect width='20000' height='20000' fill='teal'/></svg>";
await loaded(byId<HTMLImageElement>('huge'), `data:image/svg+xml,${encodeURIComponent(vast)}`).catch(() => undefined);
document.body.dataset.ready = '';
