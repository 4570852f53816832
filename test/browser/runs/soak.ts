import type { JobState } from '../../../src/protocol/job';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { RunDriver, SMALL } from './run-driver';

export type Figures = Record<string, number>;

interface SoakResult {
  before: Figures;
  after: Figures;
  problems: string[];
  checks: number;
}

/** Jobs before the first measurement: engines, networks and caches are there by then. */
const WARM_UP = 6;
/** The history's own limit bounds what is stored. */
const MOST_JOBS = 60;
/** A job's result, thumbnail, and last picture. */
const PICTURES_OF_A_JOB = 3;
const MEGABYTE = 2 ** 20;

/** What the browser holds, as far as can be counted from outside. */
export class Soak {
  private constructor(
    private readonly extension: RunningExtension,
    private readonly driver: RunDriver,
  ) {}

  static async open(extension: RunningExtension): Promise<Soak> {
    return new Soak(extension, await RunDriver.open(extension));
  }

  async run(jobs: number, tell: (line: string) => void): Promise<SoakResult> {
    const problems: string[] = [];
    for (let i = 0; i < WARM_UP; i++) await this.job(i, problems);
    const before = await this.figures();
    for (let i = 0; i < jobs; i++) {
      await this.job(WARM_UP + i, problems);
      if (i % 20 === 19) tell(`${i + 1} jobs: ${JSON.stringify(await this.figures())}`);
    }
    const after = await this.figures();
    const limits: [string, number][] = [
      ['targets', before.targets! + 1],
      ['workers', before.workers!],
      ['tensors', 0],
      ['pictures', MOST_JOBS * PICTURES_OF_A_JOB + 8],
      ['jobs', MOST_JOBS],
      ['checkpoints', 3],
      ['reservedBytes', before.reservedBytes! + 16 * MEGABYTE],
      ['heapBytes', 1.5 * before.heapBytes! + 16 * MEGABYTE],
    ];
    for (const [name, most] of limits) if (after[name]! > most) problems.push(`${name}: ${after[name]} where ${most} are the most.`);
    return { before, after, problems, checks: jobs + WARM_UP + limits.length };
  }

  /** Sizes, optimisers and ends of every kind, in turn. */
  private async job(index: number, problems: string[]): Promise<void> {
    const { driver } = this;
    const optimizer = (['lbfgs', 'adam', 'gradient-descent'] as const)[index % 3]!;
    const settings = { ...SMALL, optimizer, seed: 1 + index };
    const id = await driver.start(await driver.request({ settings }, [32, 48, 40, 64][index % 4]));
    const order = ([null, null, 'cancelJob', null, 'stopJob', null, 'pauseJob'] as const)[index % 7];
    if (order) {
      await driver.reaches(id, 2 + (index % 9));
      await driver.call(order, { id });
    }
    let state = await driver.ends(id);
    if (state.status === 'paused') {
      await driver.call('resumeJob', { id });
      state = await driver.ends(id);
    }
    if (!isExpected(state, order)) problems.push(`Job ${index} is ${state.status}: ${state.failure?.message ?? 'no reason is given'}`);
  }

  private async figures(): Promise<Figures> {
    const { browser } = this.extension;
    const target = browser.targets().find((one) => one.url().endsWith('offscreen/index.html'));
    const page = await target!.asPage();
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.enable');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await session.detach();
    const states = await this.driver.jobs();
    const memory = states.find(({ result }) => result !== null)?.result?.report.memoryAfter;
    const checkpoints = await this.driver.page.evaluate(async () => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('checkpoints', { create: true });
      let count = 0;
      for await (const name of root.keys()) count += name.length > 0 ? 1 : 0;
      return count;
    });
    return {
      targets: browser.targets().length,
      workers: page.workers().length,
      tensors: memory?.tensors ?? -1,
      reservedBytes: memory?.reservedBytes ?? -1,
      pictures: await this.driver.storedPictures(),
      jobs: states.length,
      checkpoints,
      heapBytes: usedSize,
    };
  }
}

function isExpected({ status }: JobState, order: string | null | undefined): boolean {
  return status === 'done' || (order === 'cancelJob' && status === 'cancelled');
}
