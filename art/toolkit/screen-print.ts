import type { Canvas } from './canvas';
import type { Rgb } from './color';
import { point, type Point } from './geometry';
import { clamp } from './noise';

/** One printing ink: its screen is turned so that the dots of two inks do not coincide. */
interface Screen {
  readonly channel: 0 | 1 | 2;
  readonly ink: Rgb;
  readonly angle: number;
  /** Misregistration in pixels. */
  readonly shift: Point;
}

const screens: readonly Screen[] = [
  { channel: 2, ink: [1, 0.86, 0.05], angle: 0, shift: point(0, 0) },
  { channel: 1, ink: [0.93, 0.1, 0.38], angle: 1.31, shift: point(1.5, -1) },
  { channel: 0, ink: [0.02, 0.56, 0.85], angle: 0.26, shift: point(-1.5, 1) },
];
/** Of an ink, below which none is printed, and above which it is printed in full. */
const [faintest, fullest] = [0.05, 0.9];

/** Prints the art in dots of yellow, magenta and cyan, `pitch` pixels apart. */
export function screenPrint(canvas: Canvas, art: Canvas, pitch: number): void {
  for (const screen of screens) {
    printFull(canvas, art, screen);
    printDots(canvas, art, screen, pitch);
  }
}

function densityAt(art: Canvas, { channel }: Screen, x: number, y: number): number {
  return 1 - art.at(x, y)[channel];
}

function printFull(canvas: Canvas, art: Canvas, screen: Screen): void {
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      if (densityAt(art, screen, x - screen.shift.x, y - screen.shift.y) >= fullest) canvas.glaze(x, y, screen.ink, 1);
    }
  }
}

function printDots(canvas: Canvas, art: Canvas, screen: Screen, pitch: number): void {
  const { angle, shift, ink } = screen;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const reach = Math.ceil((canvas.width * 1.5) / pitch);
  for (let row = -reach; row <= reach; row++) {
    for (let column = -reach; column <= reach; column++) {
      const x = (column * cos - row * sin) * pitch;
      const y = (column * sin + row * cos) * pitch;
      if (x < -pitch || y < -pitch || x > canvas.width + pitch || y > canvas.height + pitch) continue;
      const density = densityAt(art, screen, x, y);
      if (density > faintest && density < fullest)
        stampDot(canvas, point(x + shift.x, y + shift.y), pitch * 0.66 * Math.sqrt(density), ink);
    }
  }
}

function stampDot(canvas: Canvas, center: Point, radius: number, ink: Rgb): void {
  for (let y = Math.floor(center.y - radius); y <= center.y + radius + 1; y++) {
    for (let x = Math.floor(center.x - radius); x <= center.x + radius + 1; x++) {
      const away = Math.sqrt((x + 0.5 - center.x) ** 2 + (y + 0.5 - center.y) ** 2);
      canvas.glaze(x, y, ink, clamp(radius + 0.5 - away));
    }
  }
}
