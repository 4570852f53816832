/** What a run would take, measured on this machine. */
export interface RunForecast {
  seconds: number;
  peakBytes: number;
  /** For people, such as "WebAssembly, relaxed SIMD, 2 threads". */
  engine: string;
}
