export interface PeakRequest {
  steps: number;
}

/** Milliseconds since the page's time origin, which all of a page's workers share as wall-clock time. */
export interface PeakAnswer {
  startedAt: number;
  endedAt: number;
}

type Run = (steps: number) => number;

self.onmessage = async ({ data }: MessageEvent<PeakRequest>) => {
  const { instance } = await WebAssembly.instantiate(await (await fetch('/peak.wasm')).arrayBuffer());
  const run = instance.exports.run as Run;
  run(data.steps >> 3);
  const startedAt = performance.timeOrigin + performance.now();
  run(data.steps);
  self.postMessage({ startedAt, endedAt: performance.timeOrigin + performance.now() } satisfies PeakAnswer);
};
