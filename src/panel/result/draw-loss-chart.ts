import uPlot from 'uplot';
import type { WeightedLoss } from '../state/loss-chart';

export interface DrawnChart {
  show(points: readonly WeightedLoss[]): void;
  destroy(): void;
}

const HEIGHT = 170;

/** J and its parts over the evaluations, on a logarithmic scale, with a dashed line where a finer scale begins. */
export function drawLossChart(place: HTMLElement): DrawnChart {
  let shown: readonly WeightedLoss[] = [];
  const chart = new uPlot(
    optionsOf(place, () => shown),
    dataOf(shown),
    place,
  );
  const size = new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height: HEIGHT }));
  size.observe(place);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const redraw = (): void => chart.redraw();
  scheme.addEventListener('change', redraw);
  return {
    show(points) {
      shown = points;
      chart.setData(dataOf(points));
    },
    destroy() {
      size.disconnect();
      scheme.removeEventListener('change', redraw);
      chart.destroy();
    },
  };
}

function optionsOf(place: HTMLElement, points: () => readonly WeightedLoss[]): uPlot.Options {
  const colour = (name: string) => (): string => getComputedStyle(place).getPropertyValue(name);
  const line = (name: string): uPlot.Series => ({ stroke: colour(name), width: 1.6, points: { show: false } });
  const axis = {
    stroke: colour('--text-soft'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
    font: '11px system-ui',
  };
  return {
    width: place.clientWidth,
    height: HEIGHT,
    padding: [8, 8, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false }, y: { distr: 3 } },
    axes: [
      { ...axis, size: 26, space: 60 },
      { ...axis, size: 46 },
    ],
    series: [{}, line('--accent'), line('--chart-content'), line('--chart-style')],
    hooks: { draw: [(chart) => drawScales(chart, points(), colour('--line-strong')())] },
  };
}

/** What is not above zero has no logarithm, and leaves a gap. */
function dataOf(points: readonly WeightedLoss[]): uPlot.AlignedData {
  const above = (value: number): number | null => (value > 0 && Number.isFinite(value) ? value : null);
  return [
    points.map(({ evaluation }) => evaluation),
    points.map(({ total }) => above(total)),
    points.map(({ content }) => above(content)),
    points.map(({ style }) => above(style)),
  ];
}

function drawScales({ ctx, bbox, valToPos }: uPlot, points: readonly WeightedLoss[], colour: string): void {
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  points.forEach(({ evaluation, scale }, i) => {
    if (i === 0 || points[i - 1]?.scale === scale) return;
    const x = valToPos(evaluation, 'x', true);
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
  });
  ctx.stroke();
  ctx.restore();
}
