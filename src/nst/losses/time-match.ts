import type { Engine } from '../engines/engine';

/** Positions on each side of the comparison that is timed. */
const TRIAL = [16, 32] as const;

/** Seconds that an engine takes to compare one hypercolumn with one candidate: the faster of two trials. */
export async function timeMatch(engine: Engine, channels: number): Promise<number> {
  const positions = TRIAL[0] * TRIAL[1];
  const columns = engine.upload(new Float32Array(positions * channels).fill(0.01), [...TRIAL, channels]);
  let seconds = Infinity;
  for (let i = 0; i < 2; i++) {
    const startedAt = performance.now();
    const matches = engine.nearestPositions(columns, columns);
    await engine.read(matches);
    seconds = Math.min(seconds, (performance.now() - startedAt) / 1000);
    engine.dispose(matches);
  }
  engine.dispose(columns);
  return seconds / positions ** 2;
}
