/** The dedicated Worker in which everything heavy runs; its page only passes messages. */
import type { JobRequest } from '../protocol/job';
import { version } from '../../manifest.json';
import { createChoiceCache, machineFingerprint } from './choice-cache';
import { createEngineProvider } from './engine-provider';
import { loadDefaultModel } from './default-model';
import { lastCheckpoint } from './jobs/checkpoint-keeper';
import { recoverPicture } from './jobs/pictures';
import { WorkerRun, type RunSurroundings } from './jobs/worker-run';
import type { FromWorker, ToWorker } from './jobs/worker-messages';
import { announceLife } from './worker-life';

const engines = createEngineProvider(createChoiceCache(machineFingerprint(version)));
const surroundings: RunSurroundings = {
  version,
  engineFor: (choice) => engines.engineFor(choice),
  discardEngine: (name) => engines.discard(name),
  hasOtherEngines: () => engines.hasOthers(),
  loadModel: loadDefaultModel,
};
let running: WorkerRun | null = null;

announceLife();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'run') void run(data.id, data.request, data.resume);
  else if (data.type === 'recover') void recover(data.id, data.request);
  else if (running?.id === data.id) running[data.type]();
};

async function run(id: string, request: JobRequest, resume: boolean): Promise<void> {
  const mine = new WorkerRun(id, request, surroundings, post);
  running = mine;
  await mine.run(resume);
  if (running === mine) running = null;
}

async function recover(id: string, request: JobRequest): Promise<void> {
  const checkpoint = await lastCheckpoint(id);
  const kept = checkpoint && (await recoverPicture(request, checkpoint).catch(() => null));
  post({ type: 'recovered', id, kept });
}

function post(message: FromWorker): void {
  self.postMessage(message);
}
