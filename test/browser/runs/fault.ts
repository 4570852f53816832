import type { Page, WebWorker } from 'puppeteer';
import type { JobRequest, JobState } from '../../../src/protocol/job';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import type { RunDriver } from './run-driver';

/** The browser under attack; faults may close it and open it again. */
export interface Stage {
  extension: RunningExtension;
  driver: RunDriver;
  /** A new page for the driver, after its own was closed or crashed. */
  reopenPage(): Promise<void>;
  /** As the browser offers it after the extension crashed. */
  reloadExtension(): Promise<void>;
  /** SIGKILL, and the same profile in a new browser. */
  killBrowser(): Promise<void>;
  /** A fresh document and fresh Workers: what a fault has bent goes with them. */
  closeDocument(): Promise<void>;
}

/** What must come of a run. */
type Outcome =
  /** The same picture as of an undisturbed run, within one grey level on average. */
  | 'same'
  /** A picture, and a sentence that says what happened. */
  | 'told'
  /** The same picture, with a sentence that says what does not work. */
  | 'same, told'
  /** As a live picture, which a panel can save. */
  | 'same in memory, told'
  /** Either of the first two. */
  | 'same or told';

export interface Fault {
  name: string;
  outcome: Outcome;
  /** Changes the job that is run. */
  request?: (request: JobRequest) => JobRequest;
  /** Before the job is started. */
  prepare?(stage: Stage): Promise<void>;
  /** While the job is at the evaluation that was drawn. */
  inject(stage: Stage, id: string, random: () => number): Promise<void>;
  /** It shows where the run ends, and misses a run that has ended. */
  strikesItsEnd?: boolean;
  /** Takes back what would spoil the next case. */
  repair?(stage: Stage): Promise<void>;
}

export async function documentOf({ extension }: Stage): Promise<Page> {
  const target = await extension.browser.waitForTarget((one) => one.url().endsWith('offscreen/index.html'), { timeout: 20_000 });
  return target.asPage();
}

/** A Worker of the document, once it is there. */
export async function workerOf(stage: Stage, path = 'offscreen/worker.js'): Promise<WebWorker> {
  const page = await documentOf(stage);
  const end = Date.now() + 20_000;
  for (;;) {
    const found = page.workers().find((worker) => worker.url().endsWith(path));
    if (found) return found;
    if (Date.now() > end) throw new Error(`The offscreen document has no ${path}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** All that a person reads about a job. */
export function sentencesOf({ failure, notes, result, insertion }: JobState): string[] {
  return [failure?.message, insertion?.failure?.message, ...notes, ...(result?.report.notes ?? [])].filter((text) => text !== undefined);
}
