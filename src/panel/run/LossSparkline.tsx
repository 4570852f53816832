import { losses } from '../state/job';
import { formatLoss } from '../state/format';

const WIDTH = 84;
const HEIGHT = 26;

/** J over the evaluations, on a logarithmic scale. */
export function LossSparkline() {
  const values = losses.value;
  const last = values.at(-1);
  if (values.length < 2 || last === undefined) return null;
  return (
    <figure class="sparkline" aria-label={`Loss J is ${formatLoss(last)}`} data-testid="sparkline">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <polyline points={sparklinePoints(values)} />
      </svg>
      <figcaption aria-hidden="true">J {formatLoss(last)}</figcaption>
    </figure>
  );
}

export function sparklinePoints(values: readonly number[]): string {
  const known = values.map((value, i) => [i, Math.log(value)] as const).filter(([, log]) => Number.isFinite(log));
  const logs = known.map(([, log]) => log);
  const [least, most] = [Math.min(...logs), Math.max(...logs)];
  const range = most - least || 1;
  const inset = 1.5;
  return known
    .map(([i, log]) => {
      const x = inset + ((WIDTH - 2 * inset) * i) / Math.max(1, values.length - 1);
      const y = inset + (HEIGHT - 2 * inset) * (1 - (log - least) / range);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}
