import { median } from '../speed/rounds';
import type { Sample } from './measure';
import { METHODS, type Method } from './methods';

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** Displayed J of `method` over that of `reference` after so many evaluations, by pair; pairs without both are left out. */
export function ratiosAt(samples: readonly Sample[], evaluation: number, method: Method, reference: Method): Map<string, number> {
  const at = samples.filter((sample) => sample.evaluation === evaluation);
  const found = (pair: string, of: Method): Sample | undefined => at.find((sample) => sample.pair === pair && sample.method === of);
  const ratios = new Map<string, number>();
  for (const { pair } of at) {
    const [a, b] = [found(pair, method), found(pair, reference)];
    if (a && b) ratios.set(pair, a.displayed / b.displayed);
  }
  return ratios;
}

/** The medians over the pairs of J and seconds, by method in their usual order, evaluations ascending. */
export function mediansOf(samples: readonly Sample[]): Map<Method, { evaluation: number; seconds: number; displayed: number }[]> {
  const evaluations = [...new Set(samples.map(({ evaluation }) => evaluation))].sort((a, b) => a - b);
  const present = METHODS.filter((method) => samples.some((sample) => sample.method === method));
  return new Map(
    present.map((method) => {
      const points = evaluations.map((evaluation) => {
        const here = samples.filter((sample) => sample.method === method && sample.evaluation === evaluation);
        return {
          evaluation,
          seconds: median(here.map(({ seconds }) => seconds)),
          displayed: median(here.map(({ displayed }) => displayed)),
        };
      });
      return [method, points];
    }),
  );
}

/** Displayed J per pair after the last evaluation, the ratio of ours to the field's L-BFGS, and medians over the way there. */
export function tableOf(samples: readonly Sample[]): string {
  const last = Math.max(...samples.map(({ evaluation }) => evaluation));
  return [pairTable(samples, last), wayTable(samples), ...ratioLines(samples, last)].join('\n\n');
}

function pairTable(samples: readonly Sample[], last: number): string {
  const methods = [...mediansOf(samples).keys()];
  const ratios = ratiosAt(samples, last, 'ours', 'field-lbfgs');
  const pairs = [...new Set(samples.map(({ pair }) => pair))];
  const rows = pairs.map((pair) => {
    const of = (method: Method): Sample | undefined =>
      samples.find((sample) => sample.pair === pair && sample.method === method && sample.evaluation === last);
    return [pair, ...methods.map((method) => of(method)?.displayed.toFixed(3) ?? ''), ratios.get(pair)?.toFixed(2) ?? ''];
  });
  return aligned([[`displayed J at ${last}`, ...methods, 'ours / field-lbfgs'], ...rows]);
}

function wayTable(samples: readonly Sample[]): string {
  const medians = [...mediansOf(samples)];
  const evaluations = medians[0][1].map(({ evaluation }) => evaluation);
  const rows = medians.map(([method, points]) => [
    method,
    ...points.map(({ displayed, seconds }) => `${displayed.toFixed(2)} (${seconds.toFixed(1)} s)`),
  ]);
  return aligned([['median after', ...evaluations.map(String)], ...rows]);
}

function ratioLines(samples: readonly Sample[], last: number): string[] {
  const ratios = [...ratiosAt(samples, last, 'ours', 'field-lbfgs').values()];
  if (ratios.length === 0) return [];
  const below = ratios.filter((ratio) => ratio < 1).length;
  const mean = geometricMean(ratios).toFixed(3);
  return [`ours is below field-lbfgs at ${last} evaluations on ${below} of ${ratios.length} pairs; geometric mean of the ratio ${mean}.`];
}

function aligned(lines: readonly string[][]): string {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  return lines.map((cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')).join('\n');
}
