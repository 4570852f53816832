/** A body in space as a signed distance: negative inside (Hart, "Sphere tracing", 1996). Axes: right, up, toward the viewer. */
export type Solid = (x: number, y: number, z: number) => number;

export type Place = readonly [x: number, y: number, z: number];

/** Close to the true distance near the surface, which is where it matters. */
export function ellipsoid([cx, cy, cz]: Place, [rx, ry, rz]: Place): Solid {
  return (x, y, z) => {
    const ux = (x - cx) / rx;
    const uy = (y - cy) / ry;
    const uz = (z - cz) / rz;
    const reach = Math.sqrt(ux * ux + uy * uy + uz * uz);
    const steepness = Math.sqrt((ux / rx) ** 2 + (uy / ry) ** 2 + (uz / rz) ** 2);
    return steepness < 1e-9 ? -Math.min(rx, ry, rz) : (reach * (reach - 1)) / steepness;
  };
}

export function ball(center: Place, radius: number): Solid {
  return ellipsoid(center, [radius, radius, radius]);
}

/** A limb: its thickness goes evenly from one end to the other. */
export function limb(from: Place, to: Place, fromRadius: number, toRadius: number): Solid {
  const [ax, ay, az] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const squared = ax * ax + ay * ay + az * az;
  return (x, y, z) => {
    const [dx, dy, dz] = [x - from[0], y - from[1], z - from[2]];
    const place = Math.max(0, Math.min(1, (dx * ax + dy * ay + dz * az) / squared));
    const away = Math.sqrt((dx - place * ax) ** 2 + (dy - place * ay) ** 2 + (dz - place * az) ** 2);
    return away - (fromRadius + (toRadius - fromRadius) * place);
  };
}

/** A chain of limbs through the places, each with its radius. */
export function chain(softness: number, ...joints: readonly (readonly [Place, number])[]): Solid {
  const parts = joints.slice(1).map(([place, radius], index) => limb(joints[index][0], place, joints[index][1], radius));
  return parts.length === 1 ? parts[0] : join(softness, ...parts);
}

/** Grown together over `softness`, as flesh is. */
export function join(softness: number, ...parts: readonly Solid[]): Solid {
  return (x, y, z) => {
    let nearest = parts[0](x, y, z);
    for (let index = 1; index < parts.length; index++) nearest = softMinimum(nearest, parts[index](x, y, z), softness);
    return nearest;
  };
}

/** The first without the second. */
export function carve(softness: number, body: Solid, hollow: Solid): Solid {
  return (x, y, z) => -softMinimum(-body(x, y, z), hollow(x, y, z), softness);
}

/** Both sides: the part as given, and its mirror image across x = 0. */
export function mirrored(part: Solid): Solid {
  return (x, y, z) => part(Math.abs(x), y, z);
}

export function moved([dx, dy, dz]: Place, scale: number, part: Solid): Solid {
  return (x, y, z) => part((x - dx) / scale, (y - dy) / scale, (z - dz) / scale) * scale;
}

function softMinimum(one: number, other: number, softness: number): number {
  const mixing = Math.max(0, softness - Math.abs(one - other)) / softness;
  return Math.min(one, other) - mixing * mixing * softness * 0.25;
}
