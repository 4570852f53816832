import { smoothstep } from '../toolkit/noise';
import { ball, carve, chain, ellipsoid, join, limb, mirrored, type Place, type Solid } from '../toolkit/solid';
import type { Sight } from '../toolkit/view';

/** What makes one head differ from another; all lengths in halves of the head's height. */
export interface Features {
  readonly jaw?: number;
  readonly nose?: number;
  readonly lips?: number;
  readonly cheek?: number;
  readonly brow?: number;
  /** 0: shut, 1: wide open. */
  readonly lid?: number;
}

/** Eyes lie on y = 0, the chin near y = -1, the crown near y = 1; x is to the sitter's left hand, z forward. */
const eye: Place = [0.265, 0.0, 0.45];
const eyeRadius = 0.16;

export function headSolid(features: Features = {}): Solid {
  const { jaw = 0.88, nose = 1, cheek = 1, brow = 1 } = features;
  const skull = join(
    0.25,
    ellipsoid([0, 0.32, -0.1], [0.63, 0.67, 0.8]),
    ellipsoid([0, -0.22, 0.14], [0.53 * jaw, 0.66, 0.53]),
    ellipsoid([0, -0.74, 0.38], [0.19 * jaw, 0.19, 0.19]),
    mirrored(ellipsoid([0.33 * jaw, -0.46, 0.08], [0.16, 0.24, 0.28])),
    mirrored(ellipsoid([0.37, -0.2, 0.4], [0.17, 0.13 * cheek, 0.18])),
  );
  const socketed = carve(0.16, skull, mirrored(ellipsoid([0.27, 0.0, 0.76], [0.17, 0.1, 0.17])));
  const browed = join(0.12, socketed, mirrored(chain(0.05, [[0.1, 0.14, 0.62], 0.035 * brow], [[0.38, 0.18, 0.5], 0.035])));
  const faced = join(0.07, browed, noseSolid(nose), lipsSolid(features.lips));
  const mouthed = carve(0.03, faced, ellipsoid([0, -0.557, 0.73], [0.185, 0.012, 0.13]));
  const nostrils = carve(0.03, mouthed, mirrored(ball([0.062, -0.4, 0.77], 0.03)));
  return join(0.03, nostrils, lidsSolid(features.lid), earsSolid());
}

function noseSolid(size: number): Solid {
  return join(
    0.07,
    limb([0, 0.1, 0.6], [0, -0.27, 0.74 + 0.09 * size], 0.055, 0.075),
    ball([0, -0.31, 0.75 + 0.08 * size], 0.072),
    mirrored(ellipsoid([0.09, -0.345, 0.69], [0.062, 0.052, 0.09])),
  );
}

function lipsSolid(fullness = 1): Solid {
  return join(
    0.05,
    ellipsoid([0, -0.56, 0.52], [0.24, 0.17, 0.15]),
    mirrored(chain(0.03, [[0.045, -0.512, 0.665], 0.034 * fullness], [[0.2, -0.553, 0.56], 0.014])),
    mirrored(chain(0.03, [[0, -0.61, 0.65], 0.046 * fullness], [[0.18, -0.567, 0.565], 0.016])),
  );
}

/** The eye's opening: half its width and height, on a shell about the eyeball. */
export function lidReach(open = 0.75): { center: Place; radius: number; half: number; height: number } {
  return { center: eye, radius: eyeRadius + 0.016, half: 0.138, height: 0.072 * open };
}

/** A shell about the eyeball with an almond opening. */
function lidsSolid(open = 0.75): Solid {
  const { radius, half, height } = lidReach(open);
  const shell = ball(eye, radius);
  const gap = ellipsoid([eye[0] + 0.008, eye[1] - 0.006, eye[2] + 0.13], [half, height, 0.18]);
  return mirrored(carve(0.012, shell, gap));
}

function earsSolid(): Solid {
  const shell = ellipsoid([0.61, -0.12, -0.1], [0.045, 0.2, 0.13]);
  return mirrored(carve(0.04, shell, ellipsoid([0.66, -0.09, -0.06], [0.04, 0.12, 0.07])));
}

export function eyesSolid(): Solid {
  return mirrored(ball(eye, eyeRadius));
}

export function neckSolid(thickness = 1): Solid {
  return join(
    0.2,
    limb([0, -0.5, -0.14], [0, -1.5, -0.3], 0.31 * thickness, 0.34 * thickness),
    mirrored(chain(0.1, [[0.4, -0.4, -0.15], 0.06], [[0.07, -1.4, 0.06], 0.07])),
  );
}

/** 0..1 for where rouge, lips and iris would be painted. */
export interface Makeup {
  readonly lips: number;
  readonly rouge: number;
  readonly brow: number;
  readonly iris: number;
  readonly pupil: number;
}

/** `gaze`: where the eyes look, as a place on the eyeball's front. */
export function makeupAt({ place: [x, y, z], matter }: Sight, gaze: Place = [0, 0, 1]): Makeup {
  const side = Math.abs(x);
  const taper = 1 - (side / 0.215) ** 2;
  const lipTop = -0.557 + 0.06 * taper - 0.016 * Math.exp(-((side / 0.03) ** 2));
  const lipBottom = -0.557 - 0.1 * taper;
  const isFront = smoothstep(0.45, 0.55, z);
  const lips =
    isFront *
    smoothstep(0.22, 0.2, side) *
    smoothstep(lipTop + 0.015, lipTop - 0.015, y) *
    smoothstep(lipBottom - 0.015, lipBottom + 0.015, y);
  const rouge =
    Math.exp(-(((side - 0.36) / 0.16) ** 2) - ((y + 0.27) / 0.16) ** 2) +
    0.8 * Math.exp(-((side / 0.1) ** 2) - ((y + 0.33) / 0.1) ** 2) * isFront;
  const arch = 0.175 + 0.06 * Math.sin(((side - 0.12) / 0.36) * Math.PI);
  const brow = isFrontOf(z) * smoothstep(0.045, 0.02, Math.abs(y - arch)) * smoothstep(0.09, 0.13, side) * smoothstep(0.5, 0.4, side);
  const centre = x < 0 ? -eye[0] : eye[0];
  const away = Math.sqrt((x - centre - gaze[0] * eyeRadius) ** 2 + (y - eye[1] - gaze[1] * eyeRadius) ** 2);
  const isEye = matter === 'eyes' ? 1 : 0;
  return { lips, rouge, brow, iris: isEye * smoothstep(0.08, 0.07, away), pupil: isEye * smoothstep(0.038, 0.03, away) };
}

function isFrontOf(z: number): number {
  return smoothstep(0.3, 0.4, z);
}
