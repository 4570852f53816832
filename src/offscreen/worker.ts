/** The dedicated Worker in which everything heavy runs; its page only passes messages. */
import { failureOf } from '../protocol/failure';
import { version } from '../../manifest.json';
import { createChoiceCache, machineFingerprint } from './choice-cache';
import { createEngineProvider } from './engine-provider';
import { loadDefaultModel } from './default-model';
import { runJob } from './run-job';
import type { FromWorker, ToWorker } from './worker-messages';
import { announceLife } from './worker-life';

const engines = createEngineProvider(createChoiceCache(machineFingerprint(version)));
let running: { id: string; abort: AbortController } | null = null;

announceLife();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'run') void run(data.id, data.request);
  else if (running?.id === data.id) running.abort.abort(new DOMException('Cancelled by the user.', 'AbortError'));
};

async function run(id: string, request: Extract<ToWorker, { type: 'run' }>['request']): Promise<void> {
  const abort = new AbortController();
  running = { id, abort };
  try {
    const result = await runJob(request, {
      version,
      signal: abort.signal,
      engineFor: (choice) => engines.engineFor(choice),
      discardEngine: (name) => engines.discard(name),
      hasOtherEngines: () => engines.hasOthers(),
      loadModel: loadDefaultModel,
      onActivity: (activity) => post({ type: 'activity', id, activity }),
      onProgress: (progress) => post({ type: 'progress', id, progress }),
      onPicture: (picture) => post({ type: 'picture', id, picture }),
    });
    post({ type: 'finished', id, result });
  } catch (error) {
    if (abort.signal.aborted) post({ type: 'cancelled', id });
    else post({ type: 'failed', id, failure: failureOf(error) });
  } finally {
    running = null;
  }
}

function post(message: FromWorker): void {
  self.postMessage(message);
}
