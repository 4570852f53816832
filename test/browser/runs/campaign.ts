import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../../src/nst/images/random';
import type { RgbaImage } from '../../../src/nst/images/image';
import type { JobRequest, JobState } from '../../../src/protocol/job';
import { EXTENSION_FOLDER, launchExtension } from '../../../tools/browser/launch-extension';
import { meanDifference } from '../extension/pictures';
import { sentencesOf, type Fault, type Stage } from './fault';
import { RunDriver, SMALL } from './run-driver';

export interface CaseResult {
  fault: string;
  /** The evaluation at which it struck; 0: while the job was being prepared. */
  point: number;
  outcome: string;
  problem: string | null;
}

const SIDE = 64;
const TOTAL = 24;
/** The engine's own words help no user. */
const RAW = /undefined|null|NaN|\[object|TypeError|at .*\.js|Cannot read|is not a function/;

/** Strikes real runs at seeded random points, one browser for all. */
export class Campaign implements Stage {
  extension!: Stage['extension'];
  driver!: RunDriver;
  private readonly profile = mkdtempSync(join(tmpdir(), 'brushover-faults-'));
  private readonly random: () => number;
  private undisturbed!: RgbaImage;

  private constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  static async open(seed: number): Promise<Campaign> {
    const campaign = new Campaign(seed);
    await campaign.startBrowser();
    const { driver } = campaign;
    const done = await driver.ends(await driver.start(await driver.request({ settings: SMALL }, SIDE)));
    campaign.undisturbed = await driver.picture(done.result!.image);
    return campaign;
  }

  async close(): Promise<void> {
    await this.extension.close();
    rmSync(this.profile, { recursive: true, force: true });
  }

  async strike(fault: Fault): Promise<CaseResult> {
    return this.strikeAt(fault, Math.floor(this.random() * TOTAL));
  }

  private async strikeAt(fault: Fault, point: number): Promise<CaseResult> {
    try {
      await fault.prepare?.(this);
      const request: JobRequest = await this.driver.request({ settings: SMALL }, SIDE);
      const id = await this.driver.start(fault.request?.(request) ?? request);
      if (point > 0) await this.driver.reaches(id, point);
      await fault.inject(this, id, this.random);
      if (fault.strikesItsEnd && (await this.driver.job(id)).result) {
        // The run was over before it: nothing was struck.
        await fault.repair?.(this);
        return await this.strikeAt(fault, Math.floor(point / 2));
      }
      const state = await this.finish(id);
      const problem = await this.problemOf(fault, state);
      await fault.repair?.(this);
      await this.driver.call('deleteJob', { id });
      return { fault: fault.name, point, outcome: describe(state), problem };
    } catch (error) {
      await this.startAfresh();
      return { fault: fault.name, point, outcome: 'lost', problem: error instanceof Error ? error.message : String(error) };
    }
  }

  async reopenPage(): Promise<void> {
    const old = this.driver.page;
    this.driver = await RunDriver.open(this.extension);
    await old.close().catch(() => undefined);
  }

  async reloadExtension(): Promise<void> {
    const { browser } = this.extension;
    const target = browser.targets().find((one) => one.url().endsWith('headless/index.html'));
    const page = await target?.asPage().catch(() => null);
    // Its crash is known to the browser once its pages are gone.
    if (page && !page.isClosed()) await page.close().catch(() => undefined);
    await browser.installExtension(EXTENSION_FOLDER);
    await this.reopenPage();
  }

  async killBrowser(): Promise<void> {
    const browser = this.extension.browser.process()!;
    const gone = new Promise((resolve) => browser.once('exit', resolve));
    browser.kill('SIGKILL');
    await gone;
    await this.startBrowser();
  }

  async closeDocument(): Promise<void> {
    await this.driver.page.evaluate(() => chrome.offscreen.closeDocument().catch(() => undefined));
  }

  /** As a user does: what is offered is taken, until there is an end. */
  private async finish(id: string): Promise<JobState> {
    for (let i = 0; i < 8; i++) {
      const state = await this.driver.ends(id);
      const goesOn = state.status === 'interrupted' || state.status === 'paused' || state.result?.stopped;
      if (!goesOn) return this.driver.until(id, (now) => !now.request.insertWhenFinished || now.insertion !== null, 'is inserted');
      await this.driver.call('resumeJob', { id });
    }
    throw new Error('It was offered again and again.');
  }

  private async problemOf({ outcome }: Fault, state: JobState): Promise<string | null> {
    const sentences = sentencesOf(state);
    const raw = sentences.find((sentence) => RAW.test(sentence) || !/[.!)]$/.test(sentence));
    if (raw) return `It is told in no user's words: ${raw}`;
    const same = state.result ? meanDifference(await this.driver.picture(state.result.image), this.undisturbed) < 1 : false;
    const told = sentences.length > 0 && (state.result !== null || state.kept !== null || state.failure !== null);
    if (outcome === 'same' && !same) return `Another picture: ${describe(state)}.`;
    if (outcome === 'same, told' && !(same && told)) return `Another picture, or nothing told: ${describe(state)}.`;
    if (outcome === 'same in memory, told') {
      const live = await this.driver.livePicture(state.id);
      const isThere = live !== null && meanDifference(live, this.undisturbed) < 1;
      return isThere && told ? null : `The finished picture is lost, or nothing told: ${describe(state)}.`;
    }
    if (outcome === 'told' && !told) return 'Nothing was told.';
    if (outcome === 'same or told' && !same && !told) return 'Another picture, and nothing told.';
    return null;
  }

  private async startBrowser(): Promise<void> {
    this.extension = await launchExtension({ headless: true, profile: this.profile });
    this.driver = await RunDriver.open(this.extension);
  }

  private async startAfresh(): Promise<void> {
    await this.killBrowser().catch(() => this.startBrowser());
    for (const { id, endedAt } of await this.driver.jobs()) {
      if (endedAt === null) await this.driver.call('cancelJob', { id });
      await this.driver.call('deleteJob', { id });
    }
  }
}

function describe(state: JobState): string {
  const told = sentencesOf(state);
  return `${state.status}${told.length > 0 ? `: ${told.join(' ')}` : ''}`;
}
