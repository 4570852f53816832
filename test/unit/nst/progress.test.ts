import type { Engine } from '../../../src/nst/engines/engine';
import { fractionDone, stepsLeft } from '../../../src/nst/plan/progress';
import { gramSettings } from '../../../src/nst/settings';
import { stylize, type Checkpoint, type StylizeProgress } from '../../../src/nst/stylize';
import { cpuEngine, randomPicture, smallModel } from './engine-for-tests';

const SCALES = [
  { scale: 0.5, evaluations: 40 },
  { scale: 1, evaluations: 12 },
];

describe('how far a run is', () => {
  it('counts an evaluation by its pixels', () => {
    const rows = [...Array.from({ length: 40 }, () => ({ scale: 0.5 })), { scale: 1 }, { scale: 1 }];
    expect(fractionDone(rows, stepsLeft(SCALES, 1, 2))).toBeCloseTo(12 / 22, 12);
  });

  it('counts what an early stop left out neither as done nor as left', () => {
    const rows = [...Array.from({ length: 16 }, () => ({ scale: 0.5 })), { scale: 1 }];
    expect(fractionDone(rows, stepsLeft(SCALES, 1, 1))).toBeCloseTo(5 / 16, 12);
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
