import type { CapturedLayer } from '../../../src/protocol/layer';
import { newJob, type JobProgress, type JobRequest, type JobResult, type JobState } from '../../../src/protocol/job';
import { defaultSettings } from '../../../src/nst/settings';

export const layer: CapturedLayer = {
  tabId: 7,
  document: { origin: 'https://editor.example', id: 'a' },
  editor: 'konva',
  editorTitle: 'Konva editor',
  layerId: 'layer-3',
  layerName: 'Photo',
  image: 'content-ref',
  width: 400,
  height: 300,
  x: 10,
  y: 20,
  documentWidth: 800,
  documentHeight: 600,
  selection: null,
  selectionMask: null,
};

export function request(change: Partial<JobRequest> = {}): JobRequest {
  return {
    content: 'content-ref',
    styles: [{ image: 'style-ref', name: 'Starlit swirls', weight: 1, mask: null }],
    mask: null,
    size: 256,
    engine: 'auto',
    settings: defaultSettings,
    layer,
    ...change,
  };
}

export function state(change: Partial<JobState> = {}): JobState {
  return { ...newJob('job-1', request()), status: 'capturing', createdAt: 1, ...change };
}

export function progress(evaluation: number, total: number): JobProgress {
  const losses = { content: 0.5, style: 0.1, tv: 20, total };
  return {
    evaluation,
    evaluations: 100,
    scale: 1,
    scales: 2,
    width: 256,
    height: 192,
    elapsedMs: 1000,
    remainingMs: 65_000,
    fractionDone: 0.12,
    ...losses,
  };
}

/** As a finished job tells it, with J at each evaluation. */
export function result(image: string, totals: readonly number[]): JobResult {
  const evaluations = totals.map((total, i) => ({
    evaluation: i + 1,
    scale: 1,
    elapsedMs: 500 * (i + 1),
    content: 0.5,
    style: 0.1,
    tv: 20,
    total,
    perLayer: { content: {}, style: {} },
    perTerm: { content: {}, style: {} },
  }));
  const backend = { name: 'wasm', description: 'WebAssembly, 2 threads', reason: '' };
  const displayed = evaluations[evaluations.length - 1];
  const report = { width: 256, height: 192, evaluations, displayed, elapsedMs: 61_000, backend, peakBytes: 1.5 * 2 ** 20, notes: [] };
  return { image, width: 256, height: 192, inputs: null, stopped: false, report: report as unknown as JobResult['report'] };
}
