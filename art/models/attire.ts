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

/** A mantle drawn over the head that frames the face and falls on the shoulders. */
export function veilSolid(): Solid {
  const cap = ellipsoid([0, 0.36, -0.2], [0.79, 0.82, 0.92]);
  const falls = mirrored(
    chain(
      0.3,
      [[0.56, 0.1, -0.2], 0.3],
      [[0.66, -0.75, -0.16], 0.27],
      [[0.95, -1.6, -0.12], 0.42],
      [[1.22, -2.7, -0.02], 0.46],
      [[1.3, -4, 0], 0.5],
    ),
  );
  const back = ellipsoid([0, -0.8, -0.6], [0.8, 1.2, 0.5]);
  const opening = join(0.2, ellipsoid([0, -0.2, 0.78], [0.52, 0.84, 0.66]), ellipsoid([0, -1.9, 0.55], [0.46, 1.5, 0.6]));
  const draped = carve(0.06, join(0.25, cap, falls, back), opening);
  return (x, y, z) => {
    const away = draped(x, y, z);
    if (away > 0.3) return away;
    const fall = Math.abs(x) * 9 - Math.max(0, -y) * 1.6 + Math.sin(y * 2.6) * 0.7;
    return away + 0.028 * Math.sin(fall * 1.7 + z * 3) * Math.min(1, 0.35 + Math.max(0, 0.6 - y));
  };
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

/** Shoulders under cloth; `steepness` 7 lets its folds run from the neck, 1 lets them fall straight. */
export function garmentSolid({ neckline = 0.34, folds = 0.035, steepness = 7 } = {}): Solid {
  const body = join(
    0.3,
    mirrored(chain(0.3, [[0.12, -1.36, -0.3], 0.3], [[0.84, -1.66, -0.3], 0.36], [[1.12, -2.6, -0.15], 0.37], [[1.2, -3.9, -0.1], 0.4])),
    ellipsoid([0, -2.9, -0.15], [1.05, 1.65, 0.55]),
  );
  const opened = carve(0.06, body, limb([0, -0.95, -0.1], [0, -1.4, 0.3], neckline, neckline * 0.9));
  return (x, y, z) => {
    const away = opened(x, y, z);
    if (away > 0.3) return away;
    const sweep = Math.abs(x) * (12.5 - steepness) + (y + 1.4) * steepness + Math.sin(x * 3 + y * 2) * (steepness / 5);
    return away + folds * Math.sin(sweep) + folds * 0.5 * Math.sin(x * 13 - y * 4 + z * 5);
  };
}
