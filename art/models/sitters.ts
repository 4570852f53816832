import { join, type Place } from '../toolkit/solid';
import type { Matter, Sitting } from '../toolkit/view';
import { beardSolid, beretSolid, bunSolid, fallingHairSolid, garmentSolid, hairSolid } from './attire';
import { eyesSolid, headSolid, neckSolid, type Features } from './head';

type Pose = Omit<Sitting, 'matters'>;

/** Head and shoulders of a woman, her hair in a knot or falling. */
export function woman(pose: Pose, features: Features, hair: 'knot' | 'falling'): Sitting {
  const locks =
    hair === 'knot' ? join(0.15, hairSolid({ sides: 0.05 }), bunSolid()) : join(0.2, hairSolid({ fringe: 0.05 }), fallingHairSolid());
  return { ...pose, matters: [...flesh(features, 0.95), matter('hair', locks), matter('cloth', garmentSolid({ neckline: 0.42 }))] };
}

/** Head and shoulders of a bearded man in a wide beret. */
export function beardedMan(pose: Pose, features: Features): Sitting {
  const matters = [
    ...flesh(features, 1.15),
    matter('hair', hairSolid({ sides: 0.02 })),
    matter('beard', beardSolid()),
    matter('hat', beretSolid()),
    matter('cloth', garmentSolid({ neckline: 0.3 })),
  ];
  return { ...pose, matters };
}

function matter(name: string, solid: Matter['solid']): Matter {
  return { name, solid };
}

function flesh(features: Features, neck: number): Matter[] {
  return [matter('skin', headSolid(features)), matter('neck', neckSolid(neck)), matter('eyes', eyesSolid())];
}

export const fromUpperLeft: Place = [-0.75, 0.65, 0.45];
