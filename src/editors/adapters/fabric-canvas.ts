import { findGlobal } from '../page/find-global';
import { isVisible } from '../page/page-elements';
import type { FabricCanvas } from './fabric-objects';

/** A class of the library, as far as it is used here. */
interface CanvasClass {
  prototype: { calcOffset?(this: FabricCanvas): unknown };
}

/** Found in a closure before; it is used as long as it is on the page. */
let known: FabricCanvas | null = null;

/** The app's canvas: a global of the page's, else one that the library's global leads to. */
export function findCanvas(): FabricCanvas | null {
  const global = findGlobal((value) => (isCanvas(value) ? value : null));
  if (global) return global;
  if (!known || !isCanvas(known)) known = findInClosure();
  return known;
}

function isCanvas(value: object): value is FabricCanvas {
  const { lowerCanvasEl, getObjects } = value as Partial<FabricCanvas>;
  return lowerCanvasEl instanceof HTMLCanvasElement && typeof getObjects === 'function' && isVisible(lowerCanvasEl);
}

/**
 * Each canvas asks anew where it lies when the window says that its size changed, and does so by a method of its class, which is within
 * reach where the library is a global. Nothing on the page changes, since the size is as before.
 */
function findInClosure(): FabricCanvas | null {
  const library: Record<string, CanvasClass | undefined> | undefined = Reflect.get(window, 'fabric');
  if (!library || !document.querySelector('canvas.lower-canvas')) return null;
  const found: FabricCanvas[] = [];
  const ends = ['Canvas', 'StaticCanvas'].map((name) => watch(library[name]?.prototype, found));
  try {
    window.dispatchEvent(new Event('resize'));
  } finally {
    ends.reverse().forEach((end) => end());
  }
  return found.filter(isCanvas).sort((a, b) => b.getWidth() * b.getHeight() - a.getWidth() * a.getHeight())[0] ?? null;
}

/** Returns what puts the method back, where the class has it itself. */
function watch(prototype: CanvasClass['prototype'] | undefined, found: FabricCanvas[]): () => void {
  const own = prototype && Object.getOwnPropertyDescriptor(prototype, 'calcOffset');
  if (!prototype || typeof own?.value !== 'function') return () => undefined;
  Object.defineProperty(prototype, 'calcOffset', {
    ...own,
    value(this: FabricCanvas, ...args: unknown[]): unknown {
      found.push(this);
      return Reflect.apply(own.value as () => unknown, this, args);
    },
  });
  return () => void Object.defineProperty(prototype, 'calcOffset', own);
}
