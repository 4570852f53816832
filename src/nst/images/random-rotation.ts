export type Vector3 = readonly [number, number, number];

/** Three orthonormal axes, uniformly distributed over all rotations: the columns of a random unit quaternion's matrix (Shoemake 1992). */
export function randomAxes(random: () => number): readonly [Vector3, Vector3, Vector3] {
  const [u, v, w] = [random(), 2 * Math.PI * random(), 2 * Math.PI * random()];
  const [a, b] = [Math.sqrt(1 - u), Math.sqrt(u)];
  const [x, y, z, s] = [a * Math.sin(v), a * Math.cos(v), b * Math.sin(w), b * Math.cos(w)];
  return [
    [1 - 2 * (y * y + z * z), 2 * (x * y + z * s), 2 * (x * z - y * s)],
    [2 * (x * y - z * s), 1 - 2 * (x * x + z * z), 2 * (y * z + x * s)],
    [2 * (x * z + y * s), 2 * (y * z - x * s), 1 - 2 * (x * x + y * y)],
  ];
}
