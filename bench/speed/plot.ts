import type { BenchRow } from './report';

const WIDTH = 720;
const HEIGHT = 420;
const MARGIN = { left: 70, right: 130, top: 24, bottom: 48 };
/** Readable on white and on dark pages alike. */
const COLORS = ['#2a6fdb', '#d9662b', '#2c9c6a', '#9a5bd0', '#b58a00', '#c23b6b', '#3a9cb0', '#7a7a7a', '#8a6d4f'];
const INK = '#808890';

/** Seconds per evaluation against the side of the picture, both logarithmic, one line an engine, as SVG. */
export function plotOf(rows: readonly BenchRow[]): string {
  const engines = [...new Set(rows.map(({ engine }) => engine))];
  const x = logarithmic(
    rows.map(({ size }) => size),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const y = logarithmic(
    rows.map(({ secondsPerEvaluation }) => secondsPerEvaluation),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const lines = engines.map((engine, i) => {
    const own = rows.filter((row) => row.engine === engine).sort((a, b) => a.size - b.size);
    return lineOf(
      engine,
      own.map(({ size, secondsPerEvaluation }) => [x(size), y(secondsPerEvaluation)]),
      COLORS[i % COLORS.length],
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>Seconds for one evaluation of J and its gradient, by size and engine</title>`,
    ...ticksOf(rows, x, y),
    ...lines,
    `<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${HEIGHT - 8}" fill="${INK}" text-anchor="middle">side of the picture, pixels</text>`,
    `<text transform="translate(16 ${HEIGHT / 2}) rotate(-90)" fill="${INK}" text-anchor="middle">seconds per evaluation</text>`,
    '</svg>\n',
  ].join('\n');
}

function logarithmic(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  const span = high - low || 1;
  return (value) => Math.round((from + ((Math.log(value) - low) / span) * (to - from)) * 10) / 10;
}

function lineOf(name: string, points: readonly number[][], color: string): string {
  const [lastX, lastY] = points[points.length - 1];
  const dots = points.map(([px, py]) => `<circle cx="${px}" cy="${py}" r="3.5" fill="${color}"/>`).join('');
  const path = `<polyline fill="none" stroke="${color}" stroke-width="2.5" points="${points.map((point) => point.join(',')).join(' ')}"/>`;
  return `${path}${dots}<text x="${lastX + 10}" y="${lastY + 4}" fill="${color}">${name}</text>`;
}

function ticksOf(rows: readonly BenchRow[], x: (size: number) => number, y: (seconds: number) => number): string[] {
  const sizes = [...new Set(rows.map(({ size }) => size))];
  const seconds = rows.map(({ secondsPerEvaluation }) => secondsPerEvaluation);
  const decades = [0.001, 0.01, 0.1, 1, 10, 100, 1000].flatMap((decade) => [decade, 2 * decade, 5 * decade]);
  const shown = decades.filter((value) => value >= Math.min(...seconds) && value <= Math.max(...seconds));
  return [
    ...sizes.map((size) => `<text x="${x(size)}" y="${HEIGHT - MARGIN.bottom + 22}" fill="${INK}" text-anchor="middle">${size}</text>`),
    ...shown.flatMap((value) => [
      `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y(value)}" y2="${y(value)}" stroke="${INK}" stroke-opacity="0.25"/>`,
      `<text x="${MARGIN.left - 10}" y="${y(value) + 4}" fill="${INK}" text-anchor="end">${Number(value.toPrecision(1))}</text>`,
    ]),
  ];
}
