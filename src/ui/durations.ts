import { translate } from '../texts/translate';

/** 65_000 → "1:05"; 3_605_000 → "1:00:05". */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const hours = Math.floor(seconds / 3600);
  const shown = [...(hours > 0 ? [hours] : []), Math.floor(seconds / 60) % 60, seconds % 60];
  return shown.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** In words, no finer than is known: "less than 10 s", "about 40 s", "about 2 min", "about 1 h 20 min". */
export function aboutDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return translate`less than 10 s`;
  if (seconds < 55) return translate`about ${Math.round(seconds / 10) * 10} s`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return translate`about ${minutes} min`;
  const rest = Math.round((minutes % 60) / 10) * 10;
  const hours = Math.floor(minutes / 60) + (rest === 60 ? 1 : 0);
  return rest === 0 || rest === 60 ? translate`about ${hours} h` : translate`about ${hours} h ${rest} min`;
}
