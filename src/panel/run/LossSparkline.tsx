import { formatLoss } from '../components/format';
import { losses, type LossPoint } from '../state/job';
import { chartOpen } from '../state/loss-chart';
import { stageView } from '../state/stage';
import { translate } from '../../texts/translate';

const WIDTH = 84;
const HEIGHT = 26;
const INSET = 1.5;

/** J over the evaluations, on a logarithmic scale; opens the chart. */
export function LossSparkline() {
  const points = losses.value;
  const last = points.at(-1)?.total;
  if (points.length < 2 || last === undefined) return null;
  return (
    <button
      type="button"
      class="sparkline"
      aria-label={translate`Chart of the loss, J ${formatLoss(last)}`}
      aria-expanded={chartOpen.value}
      title={translate`Chart of the loss`}
      data-testid="sparkline"
      onClick={toggleChart}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <polyline points={sparklinePoints(points)} />
      </svg>
      <span aria-hidden="true">J {formatLoss(last)}</span>
    </button>
  );
}

/** The chart belongs to the result, which is shown with it. */
function toggleChart(): void {
  chartOpen.value = !chartOpen.value;
  if (chartOpen.value) stageView.value = 'result';
}

/** "x,y x,y …" within the drawing; points whose J has no logarithm are left out. */
export function sparklinePoints(points: readonly Pick<LossPoint, 'evaluation' | 'total'>[]): string {
  const known = points.filter(({ total }) => total > 0 && Number.isFinite(total));
  const x = scaleTo(
    known.map(({ evaluation }) => evaluation),
    WIDTH,
  );
  const y = scaleTo(
    known.map(({ total }) => -Math.log(total)),
    HEIGHT,
  );
  return known.map((_, i) => `${x[i]},${y[i]}`).join(' ');
}

/** Spreads values over a length, with room for half a line at both ends. */
function scaleTo(values: readonly number[], length: number): string[] {
  const least = Math.min(...values);
  const range = Math.max(...values) - least || 1;
  return values.map((value) => (INSET + ((length - 2 * INSET) * (value - least)) / range).toFixed(1));
}
