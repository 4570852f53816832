export interface Heard {
  elapsedMs: number;
  remainingMs: number;
}

export interface ForecastRow {
  run: string;
  /** Percent of the time that the run took. */
  at: 0 | 25 | 50 | 75;
  /** Said to be left, and what was left. */
  forecastSeconds: number;
  actualSeconds: number;
}

/** What was said at the beginning, and by the first evaluation after each quarter of the time that it took. */
export function rowsOf(run: string, forecastMs: number, heard: readonly Heard[], totalMs: number): ForecastRow[] {
  const later = ([25, 50, 75] as const).flatMap((at) => {
    const said = heard.find(({ elapsedMs }) => elapsedMs >= (at / 100) * totalMs);
    return said ? [{ run, at, forecastSeconds: said.remainingMs / 1000, actualSeconds: (totalMs - said.elapsedMs) / 1000 }] : [];
  });
  return [{ run, at: 0, forecastSeconds: forecastMs / 1000, actualSeconds: totalMs / 1000 }, ...later];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
