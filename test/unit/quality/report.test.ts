import type { Sample } from '../../../bench/quality/measure';
import { pairsOf } from '../../../bench/quality/pairs-of';
import { plotOf, spread } from '../../../bench/quality/plot';
import { geometricMean, mediansOf, ratiosAt, tableOf } from '../../../bench/quality/report';

const sample = (pair: string, method: Sample['method'], evaluation: number, displayed: number): Sample => {
  return { pair, method, evaluation, seconds: evaluation / 10, displayed };
};

const SAMPLES = [
  sample('a', 'ours', 50, 4),
  sample('a', 'ours', 100, 1),
  sample('a', 'field-lbfgs', 50, 9),
  sample('a', 'field-lbfgs', 100, 2),
  sample('b', 'ours', 50, 6),
  sample('b', 'ours', 100, 4),
  sample('b', 'field-lbfgs', 50, 7),
  sample('b', 'field-lbfgs', 100, 2),
];

describe('the quality bench reports', () => {
  it('ratios and their geometric mean', () => {
    const ratios = ratiosAt([...SAMPLES, sample('c', 'ours', 100, 3)], 100, 'ours', 'field-lbfgs');
    expect([...ratios]).toEqual([
      ['a', 0.5],
      ['b', 2],
    ]);
    expect(geometricMean([...ratios.values()])).toBeCloseTo(1);
  });

  it('medians over the pairs', () => {
    expect(mediansOf(SAMPLES).get('ours')).toEqual([
      { evaluation: 50, seconds: 5, displayed: 5 },
      { evaluation: 100, seconds: 10, displayed: 2.5 },
    ]);
  });

  it('a table with every pair, and how many are below', () => {
    const table = tableOf(SAMPLES);
    expect(table).toMatch(/^a +1\.000 +2\.000 +0\.50$/m);
    expect(table).toMatch(/^b +4\.000 +2\.000 +2\.00$/m);
    expect(table).toContain('on 1 of 2 pairs; geometric mean of the ratio 1.000');
  });

  it('a plot with a line for each method, lower J further down', () => {
    const plot = plotOf(SAMPLES);
    const lines = [...plot.matchAll(/points="([^"]+)"/g)].map(([, points]) =>
      points.split(' ').map((point) => Number(point.split(',')[1])),
    );
    expect(lines).toHaveLength(2);
    for (const [before, after] of lines) expect(after).toBeGreaterThan(before);
    expect(plot).not.toContain('NaN');
  });

  it('labels that do not lie on each other', () => {
    expect(spread([100, 102, 20])).toEqual([100, 116, 20]);
  });
});

describe('a folder of pairs', () => {
  it('joins contents and styles by name and leaves the rest alone', () => {
    const files = ['sea-style.png', 'cat-content.jpg', 'sea-content.jpeg', 'cat-style.JPG', 'dog-content.jpg', 'notes.txt'];
    expect(pairsOf(files)).toEqual([
      { name: 'cat', content: 'cat-content.jpg', style: 'cat-style.JPG' },
      { name: 'sea', content: 'sea-content.jpeg', style: 'sea-style.png' },
    ]);
  });
});
