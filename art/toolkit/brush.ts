import type { Canvas } from './canvas';
import { mixRgb, scaleRgb, type Rgb } from './color';
import type { Point } from './geometry';
import { clamp, smoothstep, type Noise } from './noise';
import { traceStroke, type HalfWidth, type Mark } from './stroke';

/** A loaded brush: what one stroke of it leaves. */
export interface Brush {
  readonly halfWidth: HalfWidth;
  readonly color: Rgb;
  /** A second paint, picked up by some of the bristles. */
  readonly streak?: Rgb;
  /** Width of one bristle's furrow in pixels. */
  readonly bristle?: number;
  /** Thickness of the paint in pixels, what the light falls on. */
  readonly thickness?: number;
  /** 0: wet to the end; 1: the bristles run dry and the ground shows. */
  readonly dryness?: number;
  readonly opacity?: number;
  /** Ends straight and ragged, as a knife or flat brush leaves them, instead of round. */
  readonly flat?: boolean;
}

/** Paints one bristle stroke: streaked colour, furrows, a ridge at the edges, a dry end. */
export function brushStroke(canvas: Canvas, path: readonly Point[], brush: Brush, noise: Noise): void {
  const { color, streak = color, bristle = 2, thickness = 2, dryness = 0.3, opacity = 1 } = brush;
  const offset = path[0].x * 3.7 + path[0].y * 1.9;
  const nominal = typeof brush.halfWidth === 'number' ? brush.halfWidth : brush.halfWidth(0.5);
  traceStroke(canvas, path, brush.halfWidth, (mark) => {
    const furrow = furrowAt(mark, nominal / bristle, offset, noise);
    const wet = wetness(mark, furrow, dryness);
    const alpha = mark.coverage * wet * opacity * (brush.flat ? flatEnds(mark, furrow) : 1);
    const streaked = mixRgb(color, streak, smoothstep(0.35, 0.75, 0.5 + furrow * 0.6));
    canvas.blend(mark.x, mark.y, scaleRgb(streaked, 1 + furrow * 0.08), alpha);
    const ridge = 0.35 * smoothstep(0.6, 0.95, Math.abs(mark.across));
    canvas.raise(mark.x, mark.y, thickness * (0.7 + furrow * 0.55 + ridge), alpha);
  });
}

/** -1..1: constant along a bristle, different across. */
function furrowAt(mark: Mark, bristles: number, offset: number, noise: Noise): number {
  return clamp(noise.at(mark.across * bristles + offset, mark.along / 45 + offset) * 1.5, -1, 1);
}

function flatEnds({ along, progress }: Mark, furrow: number): number {
  const ragged = 1.5 + furrow * 1.5;
  const remaining = progress > 0 ? along / progress - along : Infinity;
  return smoothstep(ragged, ragged + 1.5, along) * smoothstep(ragged, ragged + 1.5, remaining);
}

function wetness(mark: Mark, furrow: number, dryness: number): number {
  if (dryness === 0) return 1;
  const spent = mark.progress * dryness + Math.abs(mark.across) ** 3 * dryness * 0.5;
  return smoothstep(-0.25, 0.05, furrow * 0.5 + 0.55 - spent);
}
