import { ball, carve, chain, ellipsoid, join, limb, mirrored, moved, type Place, type Solid } from '../toolkit/solid';
import type { Matter, Sight, Sitting } from '../toolkit/view';
import { bunSolid, hairSolid } from './attire';
import { eyesSolid, headSolid } from './head';

/** Lengths of whole figures are in heights of the head; y = 0 is the waist. */
type Pose = Omit<Sitting, 'matters'>;

/** A woman seen from behind, seated on a heap of linen, one hand at her nape. */
export function bather(pose: Pose): Sitting {
  const trunk = join(
    0.4,
    ellipsoid([0, 0.8, 0], [0.76, 1.0, 0.48]),
    limb([-0.82, 1.5, -0.02], [0.82, 1.5, -0.02], 0.28, 0.28),
    ellipsoid([0.04, -0.35, 0], [0.58, 0.7, 0.44]),
    ellipsoid([-0.42, -1.25, 0.06], [0.62, 0.68, 0.58]),
    ellipsoid([0.46, -1.28, 0.06], [0.62, 0.68, 0.58]),
  );
  const blades = join(0.25, trunk, mirrored(ellipsoid([0.42, 1.0, 0.4], [0.22, 0.38, 0.12])));
  const back = carve(0.3, blades, chain(0.1, [[0, 1.7, 0.62], 0.07], [[0.03, 0, 0.58], 0.12], [[0.02, -1.1, 0.72], 0.09]));
  const parted = carve(0.12, back, limb([0.02, -1.1, 0.72], [0.02, -2.0, 0.72], 0.05, 0.09));
  const limbs = join(
    0.2,
    chain(0.12, [[-0.92, 1.45, 0], 0.26], [[-1.38, 0.25, 0.1], 0.2], [[-1.72, -1.05, 0.25], 0.13], [[-1.82, -1.4, 0.34], 0.12]),
    chain(0.12, [[0.92, 1.48, 0], 0.26], [[1.75, 1.72, 0.05], 0.2], [[0.72, 2.42, 0.3], 0.13], [[0.42, 2.5, 0.36], 0.12]),
    chain(0.2, [[0.55, -1.4, -0.05], 0.52], [[2.1, -1.65, -0.25], 0.4], [[4.2, -2.0, -0.1], 0.24]),
    limb([0.02, 1.5, -0.05], [0.1, 2.3, -0.14], 0.28, 0.24),
  );
  const hair = join(0.12, ellipsoid([0.14, 2.74, -0.1], [0.46, 0.52, 0.5]), ball([0.18, 3.02, 0.36], 0.25));
  return { ...pose, matters: [part('skin', join(0.16, parted, limbs)), part('hair', hair), part('linen', linenSolid())] };
}

function linenSolid(): Solid {
  const heap = join(
    0.4,
    ellipsoid([0.2, -2.25, -0.1], [2.5, 0.75, 1.1]),
    ellipsoid([-1.5, -1.75, 0.1], [1.0, 0.55, 0.7]),
    ellipsoid([0.1, -3.2, 0.5], [3.4, 0.8, 0.9]),
  );
  return (x, y, z) => {
    const away = heap(x, y, z);
    if (away > 0.4) return away;
    return away + 0.07 * Math.sin(x * 4.2 + y * 3.1 + Math.sin(y * 3.7) * 1.2) + 0.035 * Math.sin(x * 9 - y * 5 + z * 4);
  };
}

const headPlace: Place = [0.04, 3.02, 0.1];
const headScale = 0.5;

/** The sight with its place as the model of a head has it. */
export function onDancersHead(sight: Sight): Sight {
  const [x, y, z] = sight.place;
  return { ...sight, place: [(x - headPlace[0]) / headScale, (y - headPlace[1]) / headScale, (z - headPlace[2]) / headScale] };
}

/** The other way round. */
export function ofDancersHead([x, y, z]: Place): Place {
  return [headPlace[0] + x * headScale, headPlace[1] + y * headScale, headPlace[2] + z * headScale];
}

export const dancersFeatures = { jaw: 0.82, nose: 0.85, lid: 0.85 };

/** A dancer in a bodice and a skirt of tulle, one arm raised. */
export function dancer(pose: Pose): Sitting {
  const shrunk = (solid: Solid): Solid => moved(headPlace, headScale, solid);
  const limbs = join(
    0.12,
    chain(0.1, [[-0.7, 2.02, 0], 0.21], [[-1.22, 1.12, 0.1], 0.155], [[-1.42, 0.2, 0.3], 0.1], [[-1.36, -0.12, 0.4], 0.075]),
    chain(0.1, [[0.7, 2.02, 0], 0.21], [[1.32, 2.85, 0.05], 0.16], [[0.8, 3.7, 0.2], 0.1], [[0.5, 4.0, 0.26], 0.07]),
    chain(0.1, [[-0.3, -0.6, 0], 0.38], [[-0.28, -2.2, 0.1], 0.24], [[-0.26, -3.7, 0], 0.13]),
    chain(0.1, [[0.32, -0.6, 0], 0.38], [[0.85, -2.1, 0.35], 0.24], [[1.35, -3.5, 0.6], 0.13]),
    limb([0, 1.9, -0.05], [0.02, 2.7, 0], 0.27, 0.21),
    ellipsoid([0, 1.9, 0], [0.72, 0.3, 0.32]),
  );
  const bodice = join(
    0.3,
    ellipsoid([0, 1.3, 0], [0.62, 0.7, 0.42]),
    ellipsoid([0, 0.5, 0], [0.46, 0.7, 0.36]),
    mirrored(ellipsoid([0.24, 1.38, 0.2], [0.3, 0.3, 0.2])),
  );
  const matters = [
    part('skin', join(0.1, shrunk(headSolid(dancersFeatures)), limbs)),
    part('eyes', shrunk(eyesSolid())),
    part('hair', shrunk(join(0.15, hairSolid({ sides: 0.02 }), bunSolid()))),
    part('bodice', bodice),
    part('tulle', tulleSolid()),
  ];
  return { ...pose, matters };
}

/** Layers of gauze stand out from the waist in folds. */
function tulleSolid(): Solid {
  const bell = join(0.3, ellipsoid([0, -0.5, 0], [1.75, 0.62, 1.6]), ellipsoid([0, -0.05, 0], [0.75, 0.4, 0.65]));
  const skirt = carve(0.1, bell, ellipsoid([0, -1.35, 0], [1.6, 0.6, 1.5]));
  return (x, y, z) => {
    const away = skirt(x, y, z);
    if (away > 0.3) return away;
    const around = Math.atan2(x, z + 0.001);
    return away + 0.06 * Math.sin(around * 17 + y * 2) + 0.03 * Math.sin(around * 41);
  };
}

function part(name: string, solid: Solid): Matter {
  return { name, solid };
}
