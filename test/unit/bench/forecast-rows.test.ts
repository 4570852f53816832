import { median, rowsOf } from '../../../bench/forecast/rows';

test('what was said is compared with what was left', () => {
  const heard = [10, 30, 55, 80].map((seconds) => ({ elapsedMs: 1000 * seconds, remainingMs: 1000 * (90 - seconds) }));
  expect(rowsOf('a run', 120_000, heard, 100_000)).toEqual([
    { run: 'a run', at: 0, forecastSeconds: 120, actualSeconds: 100 },
    { run: 'a run', at: 25, forecastSeconds: 60, actualSeconds: 70 },
    { run: 'a run', at: 50, forecastSeconds: 35, actualSeconds: 45 },
    { run: 'a run', at: 75, forecastSeconds: 10, actualSeconds: 20 },
  ]);
});

test('a run that ends between two evaluations tells of no later quarter', () => {
  expect(rowsOf('a run', 1000, [{ elapsedMs: 300, remainingMs: 700 }], 1000).map(({ at }) => at)).toEqual([0, 25]);
});

test('the median is of the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
});
