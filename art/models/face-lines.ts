import type { Point } from '../toolkit/geometry';
import type { Place, Solid } from '../toolkit/solid';
import { createProjection, type Sitting } from '../toolkit/view';
import type { Look } from '../toolkit/form';
import { headSolid, lidReach, type Features } from './head';

/** What a draughtsman draws of a face; the eyes of either side are lines of their own. */
export type LineName = 'lash' | 'lower lid' | 'crease' | 'brow' | 'mouth' | 'upper lip' | 'lower lip' | 'nostril' | 'under nose' | 'chin';

export interface FaceLine {
  readonly name: LineName;
  readonly path: readonly Point[];
}

/** A line on the face: from -1 or 0 to 1, where on the front of the head. */
type Curve = (t: number) => readonly [x: number, y: number];

const steps = 36;
const hidden = 0.07;

const mouthY = -0.557;
const mouth: Curve = (t) => [0.205 * t, mouthY - 0.014 * Math.cos(t * Math.PI * 1.5) * (1 - t * t) + 0.012 * t * t];
const upperLip: Curve = (t) => [0.205 * t, mouthY + 0.07 * (1 - t * t) - 0.022 * Math.exp(-((t / 0.16) ** 2)) + 0.012 * t * t];
const lowerLip: Curve = (t) => [0.175 * t, mouthY - 0.105 * (1 - t * t) ** 0.8];
const underNose: Curve = (t) => [0.07 * t, -0.402 - 0.016 * (1 - t * t)];
const chin: Curve = (t) => [0.1 * t, -0.735 - 0.012 * (1 - t * t)];
const brow: Curve = (t) => [0.1 + 0.36 * t, 0.15 + 0.1 * Math.sin(0.35 + t * 2.15) - 0.02];
const nostril: Curve = (t) => [0.118 + 0.036 * Math.sin(t * Math.PI), -0.395 + 0.1 * t];

/** The lines that are seen in this sitting, in pixels; `onModel` puts a place of the head where the model has its head. */
export function faceLines(sitting: Sitting, features: Features, seen: Look, onModel = (place: Place): Place => place): FaceLine[] {
  const skin = headSolid(features);
  const project = createProjection(sitting);
  const drawn = (name: LineName, place: (t: number) => Place, from = -1): FaceLine[] => {
    const spots = Array.from({ length: steps + 1 }, (_, index) => project(onModel(place(from + ((1 - from) * index) / steps))));
    return runs(spots.map((spot) => ({ spot, visible: isVisible(seen, spot) }))).map((path) => ({ name, path }));
  };
  const onSkin =
    (curve: Curve, side = 1, beside = 0) =>
    (t: number): Place => {
      const [x, y] = curve(t);
      return [x * side, y, frontOf(skin, x * side, y + beside)];
    };
  const lines = [
    ...drawn('mouth', onSkin(mouth, 1, -0.035)),
    ...drawn('upper lip', onSkin(upperLip)),
    ...drawn('lower lip', onSkin(lowerLip)),
    ...drawn('under nose', onSkin(underNose, 1, 0.05)),
    ...drawn('chin', onSkin(chin)),
  ];
  for (const side of [-1, 1]) {
    lines.push(...drawn('brow', onSkin(brow, side), 0), ...drawn('nostril', onSkin(nostril, side), 0));
    for (const name of ['lash', 'lower lid', 'crease'] as const) {
      lines.push(...drawn(name, (t) => lidPlace(features, name, side, t)));
    }
  }
  return lines;
}

/** On the shell of the lid; `t` from the nose to the temple. */
function lidPlace({ lid }: Features, name: 'lash' | 'lower lid' | 'crease', side: number, t: number): Place {
  const { center, radius, half, height } = lidReach(lid);
  const rise = Math.sqrt(Math.max(0, 1 - t * t));
  const raised = name === 'lower lid' ? -height * rise : height * rise + (name === 'crease' ? 0.045 * (0.55 + 0.45 * rise) : 0);
  const [x, y] = [half * t * (name === 'crease' ? 1.02 : 1), raised];
  const z = Math.sqrt(Math.max(0.0004, radius ** 2 - x * x - y * y));
  return [side * (center[0] + 0.008 + x), center[1] - 0.006 + y, center[2] + z];
}

/** The depth at which a straight look from the front meets the skin. */
function frontOf(skin: Solid, x: number, y: number): number {
  let z = 1.3;
  for (let step = 0; step < 80 && z > -0.5; step++) {
    const away = skin(x, y, z);
    if (away < 0.003) break;
    z -= away * 0.8;
  }
  return z;
}

function isVisible(seen: Look, { x, y, depth }: Point & { depth: number }): boolean {
  const sight = seen(x, y);
  return sight !== null && sight.depth < depth + hidden;
}

/** The unbroken parts that are long enough to draw. */
function runs(spots: readonly { spot: Point; visible: boolean }[]): Point[][] {
  const parts: Point[][] = [[]];
  for (const { spot, visible } of spots) {
    if (visible) parts[parts.length - 1].push({ x: spot.x, y: spot.y });
    else if (parts[parts.length - 1].length > 0) parts.push([]);
  }
  return parts.filter((part) => part.length > 4);
}
