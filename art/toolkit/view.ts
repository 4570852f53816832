import { clamp } from './noise';
import type { Place, Solid } from './solid';

/** One material of a scene. */
export interface Matter {
  readonly name: string;
  readonly solid: Solid;
}

export interface Sitting {
  readonly matters: readonly Matter[];
  /** Radians: to the viewer's right, and downward; and the head's tilt. */
  readonly turn: number;
  readonly nod: number;
  readonly tilt?: number;
  /** Pixels of the picture per unit of the model, and where the model's origin lies in the picture. */
  readonly scale: number;
  readonly origin: { readonly x: number; readonly y: number };
  /** Toward the light, as the viewer sees it: right, up, nearer. */
  readonly light: Place;
}

/** What is seen at a pixel. */
export interface Sight {
  readonly matter: string;
  /** Where on the model. */
  readonly place: Place;
  /** Right, down (as pixels go) and toward the viewer. */
  readonly normal: Place;
  /** 0: in deepest shadow, 1: facing the light. */
  readonly light: number;
  readonly depth: number;
}

const nearest = 3.4;
const farthest = -3.4;
const hit = 0.004;

/** Traces the scene once for every `grain`-th pixel; `at` answers with the nearest of them, or null beside the model. */
export function look(sitting: Sitting, size: number, grain = 2): (x: number, y: number) => Sight | null {
  const side = Math.ceil(size / grain);
  const sights: (Sight | null)[] = [];
  const trace = createTracer(sitting);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) sights.push(trace((column + 0.5) * grain, (row + 0.5) * grain));
  }
  return (x, y) => {
    const column = clamp(Math.floor(x / grain), 0, side - 1);
    const row = clamp(Math.floor(y / grain), 0, side - 1);
    return sights[row * side + column];
  };
}

function createTracer(sitting: Sitting): (x: number, y: number) => Sight | null {
  const { matters, scale, origin } = sitting;
  const solids = matters.map(({ solid }) => solid);
  const toModel = createRotation(sitting);
  const distanceAt = (u: number, v: number, w: number): number => {
    const [x, y, z] = toModel(u, v, w);
    let least = Infinity;
    for (const solid of solids) least = Math.min(least, solid(x, y, z));
    return least;
  };
  return (x, y) => {
    const u = (x - origin.x) / scale;
    const v = (origin.y - y) / scale;
    const depth = march(distanceAt, u, v);
    if (depth === null) return null;
    const place = toModel(u, v, depth);
    const [nx, ny, nz] = normalAt(distanceAt, u, v, depth);
    const values = solids.map((solid) => solid(...place));
    const light = lightAt(distanceAt, sitting.light, [u, v, depth], [nx, ny, nz]);
    return { matter: matters[values.indexOf(Math.min(...values))].name, place, normal: [nx, -ny, nz], light, depth };
  };
}

/** From the viewer's axes to the model's. */
function createRotation({ turn, nod, tilt = 0 }: Sitting): (u: number, v: number, w: number) => Place {
  const [st, ct, sn, cn, sl, cl] = [turn, nod, tilt].flatMap((angle) => [Math.sin(angle), Math.cos(angle)]);
  return (u, v, w) => {
    const [x1, y1] = [u * cl + v * sl, v * cl - u * sl];
    const [y2, z2] = [y1 * cn - w * sn, y1 * sn + w * cn];
    return [x1 * ct - z2 * st, y2, x1 * st + z2 * ct];
  };
}

/** Where a place of the model lies in the picture, and how near to the viewer. */
export function createProjection(sitting: Sitting): (place: Place) => { x: number; y: number; depth: number } {
  const { turn, nod, tilt = 0, scale, origin } = sitting;
  const [st, ct, sn, cn, sl, cl] = [turn, nod, tilt].flatMap((angle) => [Math.sin(angle), Math.cos(angle)]);
  return ([x, y, z]) => {
    const [x1, z2] = [x * ct + z * st, z * ct - x * st];
    const y1 = y * cn + z2 * sn;
    return { x: origin.x + (x1 * cl - y1 * sl) * scale, y: origin.y - (x1 * sl + y1 * cl) * scale, depth: z2 * cn - y * sn };
  };
}

function march(distanceAt: Solid, u: number, v: number): number | null {
  let depth = nearest;
  for (let step = 0; step < 90 && depth > farthest; step++) {
    const away = distanceAt(u, v, depth);
    if (away < hit) return depth;
    depth -= away * 0.85;
  }
  return null;
}

function normalAt(distanceAt: Solid, u: number, v: number, w: number): Place {
  const step = 0.008;
  const dx = distanceAt(u + step, v, w) - distanceAt(u - step, v, w);
  const dy = distanceAt(u, v + step, w) - distanceAt(u, v - step, w);
  const dz = distanceAt(u, v, w + step) - distanceAt(u, v, w - step);
  const length = Math.sqrt(dx * dx + dy * dy + dz * dz) + 1e-9;
  return [dx / length, dy / length, dz / length];
}

/** Light that falls there, cast shadows with soft edges, and less of the sky's light in hollows. */
function lightAt(distanceAt: Solid, toward: Place, [u, v, w]: Place, [nx, ny, nz]: Place): number {
  const length = Math.sqrt(toward[0] ** 2 + toward[1] ** 2 + toward[2] ** 2);
  const [lx, ly, lz] = [toward[0] / length, toward[1] / length, toward[2] / length];
  const facing = clamp(nx * lx + ny * ly + nz * lz);
  let open = 1;
  if (facing > 0) {
    for (let step = 0, away = 0.05; step < 22 && away < 2; step++) {
      const clear = distanceAt(u + lx * away, v + ly * away, w + lz * away);
      open = Math.min(open, clamp((clear * 7) / away));
      away += clamp(clear, 0.03, 0.25);
    }
  }
  let hollow = 0;
  for (let tap = 1; tap <= 4; tap++) {
    const reach = tap * 0.07;
    hollow += clamp(reach - distanceAt(u + nx * reach, v + ny * reach, w + nz * reach)) / tap;
  }
  const sky = clamp(1 - hollow * 2.2) * (0.6 + 0.25 * ny + 0.15 * nz);
  return clamp(facing * open * 0.8 + sky * 0.26);
}
