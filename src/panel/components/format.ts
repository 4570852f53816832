/** 65_000 → "1:05"; 3_605_000 → "1:00:05". */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const hours = Math.floor(seconds / 3600);
  const shown = [...(hours > 0 ? [hours] : []), Math.floor(seconds / 60) % 60, seconds % 60];
  return shown.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** Three significant digits: "1.43", "0.0213", "1.2e+9". */
export function formatLoss(loss: number): string {
  return Math.abs(loss) >= 1e5 ? loss.toExponential(1) : String(Number(loss.toPrecision(3)));
}
