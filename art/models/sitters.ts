import { ball, join, type Place } from '../toolkit/solid';
import type { Matter, Sitting } from '../toolkit/view';
import { beardSolid, beretSolid, bunSolid, garmentSolid, hairSolid, veilSolid } from './attire';
import { eyesSolid, headSolid, neckSolid, type Features } from './head';

type Pose = Omit<Sitting, 'matters'>;

/** Head and shoulders of a woman, her hair in a knot. */
export function woman(pose: Pose, features: Features): Sitting {
  const locks = join(0.15, hairSolid({ sides: 0.05 }), bunSolid());
  return { ...pose, matters: [...flesh(features, 0.95), matter('hair', locks), matter('cloth', garmentSolid({ neckline: 0.42 }))] };
}

/** A woman whose mantle covers her hair. */
export function veiledWoman(pose: Pose, features: Features): Sitting {
  const locks = hairSolid({ sides: 0.1, volume: 0.97 });
  const matters = [
    ...flesh(features, 0.95),
    matter('hair', locks),
    matter('veil', veilSolid()),
    matter('cloth', garmentSolid({ neckline: 0.4, folds: 0.045, steepness: 1.5 })),
  ];
  return { ...pose, matters };
}

/** Young, with curls to the nape. */
export function angel(pose: Pose, features: Features): Sitting {
  const locks = join(0.2, hairSolid({ fringe: 0.02, sides: 0.26, volume: 0.96 }), ball([0, -0.3, -0.6], 0.36));
  return {
    ...pose,
    matters: [...flesh(features, 1), matter('hair', locks), matter('cloth', garmentSolid({ neckline: 0.36, folds: 0.05, steepness: 1.5 }))],
  };
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
