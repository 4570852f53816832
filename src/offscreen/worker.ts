/** The dedicated Worker in which everything heavy runs; its page only passes messages. */
import { failureOf } from '../protocol/failure';
import type { JobRequest } from '../protocol/job';
import { version } from '../../manifest.json';
import { forgetEngineChoice } from '../storage/engine-choice';
import { createChoiceCache, machineFingerprint } from './choice-cache';
import { createEngineProvider } from '../nst/engines/engine-provider';
import { loadNetwork } from './load-network';
import { makeEngine } from './make-engine';
import { forecastJob } from './jobs/forecast-job';
import { lastCheckpoint } from './jobs/checkpoint-keeper';
import { recoverPicture } from './jobs/pictures';
import { WorkerRun, type RunSurroundings } from './jobs/worker-run';
import type { FromWorker, ToWorker } from './jobs/worker-messages';
import { announceLife } from './worker-life';

const engines = createEngineProvider(makeEngine, createChoiceCache(machineFingerprint(version)));
const surroundings: RunSurroundings = {
  version,
  engineFor: (choice) => engines.engineFor(choice),
  discardEngine: (name) => engines.discard(name),
  hasOtherEngines: () => engines.hasOthers(),
  loadNetwork,
};
let running: WorkerRun | null = null;

announceLife();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'run') void run(data.id, data.request, data.resume);
  else if (data.type === 'forecast') void forecast(data.id, data.request);
  else if (data.type === 'measure') void measure(data.id);
  else if (data.type === 'recover') void recover(data.id, data.request);
  else if (running?.id === data.id) running[data.type]();
};

/** The engine serves one at a time. */
let turn: Promise<unknown> = Promise.resolve();
let forecasting: AbortController | null = null;

async function run(id: string, request: JobRequest, resume: boolean): Promise<void> {
  const mine = new WorkerRun(id, request, surroundings, post);
  running = mine;
  endForecast();
  await inTurn(() => mine.run(resume));
  if (running === mine) running = null;
}

async function forecast(id: string, request: JobRequest): Promise<void> {
  endForecast();
  const abort = new AbortController();
  forecasting = abort;
  try {
    const told = await inTurn(() => forecastJob(request, surroundings, abort.signal));
    post({ type: 'forecast', id, forecast: told });
  } catch (error) {
    post({ type: 'no-forecast', id, failure: failureOf(error) });
  }
}

/** With the choice forgotten, `auto` measures. */
async function measure(id: string): Promise<void> {
  endForecast();
  try {
    await inTurn(async () => {
      await forgetEngineChoice();
      await engines.engineFor('auto');
    });
    post({ type: 'measured', id, failure: null });
  } catch (error) {
    post({ type: 'measured', id, failure: failureOf(error) });
  }
}

function endForecast(): void {
  forecasting?.abort(new DOMException('Something else is wanted.', 'AbortError'));
  forecasting = null;
}

function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}

async function recover(id: string, request: JobRequest): Promise<void> {
  const checkpoint = await lastCheckpoint(id);
  const kept = checkpoint && (await recoverPicture(request, checkpoint).catch(() => null));
  post({ type: 'recovered', id, kept });
}

function post(message: FromWorker): void {
  self.postMessage(message);
}
