import { translate } from '../texts/translate';
import { aboutDuration } from './durations';

interface Progress {
  /** Of the whole run's work, 0…1. */
  fractionDone: number;
  /** Null while it is not known. */
  remainingMs: number | null;
}

/** "Painting 12 %, about 2 min left" */
export function paintingWords({ fractionDone, remainingMs }: Progress): string {
  const percent = Math.floor(100 * fractionDone);
  return remainingMs === null ? translate`Painting ${percent} %` : translate`Painting ${percent} %, ${aboutDuration(remainingMs)} left`;
}

/** "about 2 min · 610 MB · WebAssembly", of an engine such as "WebAssembly, relaxed SIMD, 2 threads". */
export function forecastWords({ seconds, peakBytes, engine }: { seconds: number; peakBytes: number; engine: string }): string {
  const [name] = engine.split(',');
  return translate`${aboutDuration(1000 * seconds)} · ${Math.ceil(peakBytes / 2 ** 20)} MB · ${name ?? engine}`;
}
