import type { Sample } from './measure';
import type { Method } from './methods';
import { mediansOf } from './report';

const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 56;
const RIGHT = 150;
const TOP = 40;
const BOTTOM = 48;
/** Colours with enough contrast on white and on near-black. */
const LOOKS: Record<Method, { label: string; color: string; dashes: string }> = {
  ours: { label: 'Brushover, L-BFGS', color: '#d9542b', dashes: 'none' },
  'our-adam': { label: 'Brushover, Adam', color: '#c58a00', dashes: '6 4' },
  'field-lbfgs': { label: 'usual L-BFGS', color: '#3b82c4', dashes: 'none' },
  'recolored-lbfgs': { label: 'usual, from our start', color: '#7a6fd0', dashes: '2 3' },
  'field-adam': { label: 'usual Adam', color: '#4f9d69', dashes: '6 4' },
};
const TICKS = [0.5, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 100];
const LABEL_HEIGHT = 16;

/** A line for each method: the median over the pairs of displayed J, on a logarithmic axis, against evaluations. */
export function plotOf(samples: readonly Sample[]): string {
  const medians = [...mediansOf(samples)];
  const points = medians.flatMap(([, line]) => line);
  const lastEvaluation = Math.max(...points.map(({ evaluation }) => evaluation));
  const low = Math.min(...points.map(({ displayed }) => displayed)) * 0.9;
  const high = Math.max(...points.map(({ displayed }) => displayed)) * 1.1;
  const x = (evaluation: number): number => LEFT + (evaluation / lastEvaluation) * (WIDTH - LEFT - RIGHT);
  const y = (displayed: number): number =>
    TOP + ((Math.log(high) - Math.log(displayed)) / (Math.log(high) - Math.log(low))) * (HEIGHT - TOP - BOTTOM);
  const labelHeights = spread(medians.map(([, line]) => y(line.at(-1).displayed)));
  const evaluations = medians[0][1].map(({ evaluation }) => evaluation);
  const pairCount = new Set(samples.map(({ pair }) => pair)).size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13">`,
    '<style>text { fill: #333 } .axis { stroke: #8888; } rect { fill: #fff } @media (prefers-color-scheme: dark) { text { fill: #ddd } rect { fill: #16181c } }</style>',
    `<rect width="${WIDTH}" height="${HEIGHT}"/>`,
    `<text x="${LEFT}" y="22">J of the displayed picture, median of ${pairCount} pairs (lower is better)</text>`,
    ...TICKS.filter((tick) => tick >= low && tick <= high).map((tick) => horizontalTick(tick, y(tick))),
    ...evaluations.map(
      (evaluation) => `<text x="${fixed(x(evaluation))}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${evaluation}</text>`,
    ),
    `<text x="${fixed(x(lastEvaluation / 2))}" y="${HEIGHT - 8}" text-anchor="middle">evaluations of J and its gradient</text>`,
    ...medians.map(([method, line], i) => {
      const place = line.map(({ evaluation, displayed }) => `${fixed(x(evaluation))},${fixed(y(displayed))}`);
      return lineOf(method, place, x(lastEvaluation), labelHeights[i]);
    }),
    '</svg>\n',
  ].join('\n');
}

function horizontalTick(tick: number, y: number): string {
  return `<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${fixed(y)}" y2="${fixed(y)}"/><text x="${LEFT - 8}" y="${fixed(y + 4)}" text-anchor="end">${tick}</text>`;
}

function lineOf(method: Method, points: readonly string[], right: number, labelY: number): string {
  const { label, color, dashes } = LOOKS[method];
  const line = `<polyline points="${points.join(' ')}" fill="none" stroke="${color}" stroke-width="2.5" stroke-dasharray="${dashes}" stroke-linejoin="round"/>`;
  return `${line}<text x="${fixed(right + 10)}" y="${fixed(labelY + 4)}" style="fill: ${color}">${label}</text>`;
}

/** Moves labels down where they would lie on each other; keeps their order. */
export function spread(heights: readonly number[]): number[] {
  const result = [...heights];
  let lowest = -Infinity;
  for (const index of heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b])) {
    result[index] = Math.max(heights[index], lowest + LABEL_HEIGHT);
    lowest = result[index];
  }
  return result;
}

function fixed(value: number): string {
  return value.toFixed(1);
}
