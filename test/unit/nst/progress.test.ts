import type { Engine } from '../../../src/nst/engines/engine';
import type { Checkpoint } from '../../../src/nst/run/checkpoint';
import { RunClock } from '../../../src/nst/run/run-clock';
import type { StylizeProgress } from '../../../src/nst/run/stylize-options';
import { gramSettings } from '../../../src/nst/settings';
import { stylize } from '../../../src/nst/stylize';
import { cpuEngine, randomPicture, smallModel } from './engine-for-tests';

const SCALES = [
  { scale: 0.5, evaluations: 40 },
  { scale: 1, evaluations: 12 },
];

/** Half the sides: a quarter of the pixels. */
const TIMED = [
  { ...SCALES[0], expected: { preparation: 2, evaluation: 0.25 } },
  { ...SCALES[1], expected: { preparation: 8, evaluation: 1 } },
];

describe('how long the rest of a run takes', () => {
  it('is the forecast at first, with the result’s own score', () => {
    expect(new RunClock(TIMED, 0, 0).remainingSeconds).toBeCloseTo(40 * 0.25 + 8 + 12 + 1, 9);
    expect(new RunClock(TIMED, 1, 5).remainingSeconds).toBeCloseTo(7 + 1, 9);
  });

  it('is corrected by what was timed, here and at the scales to come', () => {
    const clock = new RunClock(TIMED, 0, 0);
    clock.prepared(0, 4);
    for (let i = 0; i < 30; i++) clock.evaluated(0.5);
    // Twice as slow as forecast: so are ten evaluations here, twelve and the score there, and preparing.
    expect(clock.remainingSeconds / (2 * (10 * 0.25 + 8 + 12 + 1))).toBeCloseTo(1, 1);
    expect(clock.fractionDone).toBeCloseTo(19 / (19 + clock.remainingSeconds), 9);
    clock.prepared(1, 16);
    expect(clock.remainingSeconds / 26).toBeCloseTo(1, 1);
  });

  it('leaves out what an early stop left out', () => {
    const clock = new RunClock(TIMED, 0, 0);
    for (let i = 0; i < 16; i++) clock.evaluated(0.25);
    clock.prepared(1, 8);
    expect(clock.remainingSeconds).toBeCloseTo(13, 6);
    clock.evaluated(1);
    expect(clock.fractionDone).toBeCloseTo(13 / 25, 6);
  });

  it('of one that goes on counts what is behind it', () => {
    const clock = new RunClock(TIMED, 1, 6);
    clock.prepared(1, 8);
    clock.evaluated(1);
    // Twelve seconds at the first scale, six evaluations before the checkpoint, and nine seconds since; six are left.
    expect(clock.fractionDone).toBeCloseTo(27 / 33, 6);
  });

  it('does not take the one slow evaluation that begins a scale for all that follow', () => {
    const clock = new RunClock(TIMED, 1, 0);
    [3, 1, 1, 1].forEach((seconds) => clock.evaluated(seconds));
    expect(clock.remainingSeconds).toBeCloseTo(9, 6);
  });

  it('is known from the first evaluation on where nothing was timed before', () => {
    const clock = new RunClock(
      SCALES.map((step) => ({ ...step, expected: null })),
      0,
      0,
    );
    expect(clock.remainingSeconds).toBe(0);
    clock.evaluated(0.25);
    // 39 more, and at twice the sides as much as 2 + 12 + 1 evaluations of a second.
    expect(clock.remainingSeconds).toBeCloseTo(39 * 0.25 + 15, 9);
  });
});

describe('a run that stops early at its first scale', () => {
  const images = {
    content: randomPicture(40, 32, 1),
    styles: [{ image: randomPicture(36, 40, 2), weight: 1, mask: null }],
    mask: null,
    size: null,
  };
  const settings = { ...gramSettings, contentLayers: { relu2_2: 1 }, styleLayers: { relu1_1: 1 }, scales: SCALES, earlyStop: 0.9 };
  const seen: StylizeProgress[] = [];
  const checkpoints: Checkpoint[] = [];
  let engine: Engine;

  beforeAll(async () => {
    engine = await cpuEngine();
    const onCheckpoint = (checkpoint: Checkpoint): void => void checkpoints.push(checkpoint);
    await stylize(engine, smallModel(), images, settings, { onProgress: (progress) => void seen.push(progress), onCheckpoint });
  });

  it('goes on at the second, from 0 to 1 and never back', () => {
    const atFirst = seen.filter(({ scaleIndex }) => scaleIndex === 1).length;
    expect(atFirst).toBeLessThan(SCALES[0].evaluations);
    const fractions = seen.map((progress) => progress.fractionDone);
    expect(fractions[0]).toBeGreaterThan(0);
    expect([...fractions].sort((a, b) => a - b)).toEqual(fractions);
    expect(fractions.at(-1)).toBeLessThanOrEqual(1);
  });

  it('goes on from a checkpoint of the second with what is left of it', async () => {
    const resume = checkpoints.find(({ scaleIndex, evaluationsAtScale }) => scaleIndex === 1 && evaluationsAtScale === 5)!;
    const rest = await stylize(engine, smallModel(), images, { ...settings, earlyStop: null }, { resume });
    expect(rest.evaluations).toHaveLength(resume.rows.length + SCALES[1].evaluations - 5);
  });
});
