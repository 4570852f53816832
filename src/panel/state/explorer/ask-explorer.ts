import type { ExploredLayer, ExplorerEvent, LayerRequest, Rebuilt, RebuildRequest } from '../../../protocol/explorer';
import { onExplored } from '../../../protocol/events';
import { call } from '../../../protocol/messages';

type Progress = Extract<ExplorerEvent, { type: 'progress' }>;

/** Rejects with the signal's reason where it is aborted, else with a sentence for the user. */
export function askLayer(order: Omit<LayerRequest, 'id'>, signal: AbortSignal): Promise<ExploredLayer> {
  return ask(
    (id) => call('background', 'exploreLayer', { ...order, id }),
    (event) => (event.type === 'explored' ? event.explored : null),
    signal,
  );
}

/** Rejects as `askLayer` does. */
export function askRebuilt(
  order: Omit<RebuildRequest, 'id'>,
  signal: AbortSignal,
  onProgress: (event: Progress) => void,
): Promise<Rebuilt> {
  const answerIn = (event: ExplorerEvent): Rebuilt | null => {
    if (event.type === 'progress') onProgress(event);
    return event.type === 'rebuilt' ? event.rebuilt : null;
  };
  return ask((id) => call('background', 'rebuildLayer', { ...order, id }), answerIn, signal);
}

/** The answer comes as an event; the call itself tells only that it failed. */
async function ask<Answer>(
  begin: (id: string) => Promise<null>,
  answerIn: (event: ExplorerEvent) => Answer | null,
  signal: AbortSignal,
): Promise<Answer> {
  signal.throwIfAborted();
  const id = crypto.randomUUID();
  const ended = new AbortController();
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const stop = onExplored((event) => {
        const answer = event.id === id ? answerIn(event) : null;
        if (answer) resolve(answer);
      });
      ended.signal.addEventListener('abort', stop);
      const abort = (): void => {
        void call('background', 'cancelExploring', { id }).catch(() => undefined);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', abort, { signal: ended.signal });
      begin(id).catch(reject);
    });
  } finally {
    ended.abort();
  }
}
