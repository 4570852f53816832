import { plotOf } from '../../../bench/speed/plot';
import type { BenchRow } from '../../../bench/speed/report';

const row = (engine: BenchRow['engine'], size: number, secondsPerEvaluation: number): BenchRow => ({
  engine,
  description: '',
  size,
  secondsPerEvaluation,
  forward: 0,
  loss: 0,
  backward: 0,
  repeats: 1,
  gflops: 0,
  shareOfPeak: 0,
  peakBytes: 0,
  total: 0,
  gradientNorm: 0,
});

describe('the plot of cost against size', () => {
  const svg = plotOf([row('wasm-2', 512, 1.6), row('wasm-2', 128, 0.1), row('webgl', 128, 1.6)]);

  it('has a line for each engine, through its rows in order of size', () => {
    const lines = [...svg.matchAll(/points="([^"]+)"/g)].map(([, points]) =>
      points.split(' ').map((point) => point.split(',').map(Number)),
    );
    expect(lines).toHaveLength(2);
    const [wasm, webgl] = lines;
    expect(wasm[0][0]).toBeLessThan(wasm[1][0]);
    expect(wasm[0][1]).toBeGreaterThan(wasm[1][1]);
    expect(webgl[0]).toEqual([wasm[0][0], wasm[1][1]]);
  });

  it('names engines and sizes', () => {
    for (const text of ['wasm-2', 'webgl', '>128<', '>512<']) expect(svg).toContain(text);
  });

  it('draws a single row without dividing by nothing', () => {
    expect(plotOf([row('wasm-1', 64, 1)])).not.toContain('NaN');
  });
});
