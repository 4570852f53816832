import { carve, chain, ellipsoid, join, limb, mirrored, ball, type Solid } from '../toolkit/solid';

/** Hair that leaves face and ears' lower halves free; `fringe` lowers it on the forehead. */
export function hairSolid({ fringe = 0, sides = 0.3, volume = 1 } = {}): Solid {
  const cap = ellipsoid([0, 0.36, -0.17], [0.71 * volume, 0.74 * volume, 0.86 * volume]);
  const locks = mirrored(ellipsoid([0.56, 0.1 - sides, -0.2], [0.15 * volume, 0.3 + sides, 0.34]));
  const face = join(0.2, ellipsoid([0, -0.25 - fringe, 0.75], [0.53, 0.88, 0.66]), ellipsoid([0, -1.0, 0.4], [0.5, 0.7, 0.6]));
  return carve(0.1, join(0.15, cap, locks), face);
}

export function bunSolid(): Solid {
  return join(0.12, ball([0, 0.35, -1.08], 0.38), ball([0, 0.3, -0.8], 0.3));
}

/** Long hair that falls on the shoulders. */
export function fallingHairSolid(): Solid {
  return mirrored(chain(0.2, [[0.58, 0.1, -0.25], 0.26], [[0.62, -0.7, -0.3], 0.24], [[0.66, -1.5, -0.2], 0.2]));
}

export function beardSolid(length = 1): Solid {
  const chin = join(
    0.2,
    ellipsoid([0, -0.82, 0.36], [0.34, 0.34 * length, 0.3]),
    mirrored(ellipsoid([0.4, -0.5, 0.1], [0.16, 0.36, 0.26])),
  );
  const lip = mirrored(chain(0.05, [[0.03, -0.47, 0.7], 0.05], [[0.24, -0.6, 0.55], 0.05]));
  return join(0.08, carve(0.05, chin, ellipsoid([0, -0.56, 0.72], [0.16, 0.07, 0.2])), lip);
}

/** A soft wide hat, worn low and aslant. */
export function beretSolid(): Solid {
  const crown = join(
    0.2,
    ellipsoid([0.16, 0.8, -0.16], [0.95, 0.36, 1.0]),
    ellipsoid([0.5, 0.62, 0.05], [0.5, 0.24, 0.62]),
    ellipsoid([-0.3, 0.9, -0.2], [0.55, 0.32, 0.66]),
  );
  const band = ellipsoid([0, 0.56, -0.12], [0.76, 0.24, 0.92]);
  const hat = join(0.08, crown, band);
  return (x, y, z) => hat(x, y - 0.1 * x, z) + 0.02 * Math.sin(x * 7 + z * 5) + 0.015 * Math.sin(y * 19 + x * 4);
}

/** Shoulders under cloth with folds that run from the neck. */
export function garmentSolid({ neckline = 0.34, folds = 0.035 } = {}): Solid {
  const body = join(
    0.3,
    mirrored(chain(0.3, [[0.12, -1.36, -0.3], 0.3], [[0.84, -1.66, -0.3], 0.36], [[1.12, -2.6, -0.15], 0.37], [[1.2, -3.9, -0.1], 0.4])),
    ellipsoid([0, -2.9, -0.15], [1.05, 1.65, 0.55]),
  );
  const opened = carve(0.06, body, limb([0, -0.95, -0.1], [0, -1.4, 0.3], neckline, neckline * 0.9));
  return (x, y, z) => {
    const away = opened(x, y, z);
    if (away > 0.3) return away;
    const sweep = Math.abs(x) * 5.5 + (y + 1.4) * 7 + Math.sin(x * 3 + y * 2) * 1.4;
    return away + folds * Math.sin(sweep) + folds * 0.5 * Math.sin(x * 13 - y * 4 + z * 5);
  };
}
