import { lossLayers } from '../../nst/losses/loss-layers';
import { forecastRun } from '../../nst/stylize';
import type { RunForecast } from '../../protocol/forecast';
import type { JobRequest } from '../../protocol/job';
import { loadImages } from './pictures';
import type { RunSurroundings } from './worker-run';

/** What the job would take, from its own pictures and losses at a small size. The first one measures which engine is the fastest. */
export async function forecastJob(
  request: JobRequest,
  { engineFor, loadNetwork }: Pick<RunSurroundings, 'engineFor' | 'loadNetwork'>,
  signal: AbortSignal,
): Promise<RunForecast> {
  signal.throwIfAborted();
  const images = await loadImages(request);
  const model = await loadNetwork(request.network, lossLayers(request.settings), signal);
  signal.throwIfAborted();
  const { engine } = await engineFor(request.engine);
  signal.throwIfAborted();
  const { seconds, peakBytes } = await forecastRun(engine, model, images, request.settings, signal);
  return { seconds, peakBytes, engine: engine.description };
}
