/** What a card can do at most by WebGPU: multiply-adds in registers, and bytes copied between buffers. */
export interface CardPeaks {
  gflops: number;
  gigabytesPerSecond: number;
}

const SUMS = 16;
const STEPS = 256;
const INVOCATIONS = 2 ** 18;
const COPIED_BYTES = 2 ** 27;
/** Long enough that submitting and waiting don't count. */
const LEAST_SECONDS = 0.05;
// GPUBufferUsage's numbers by the specification: Node has no such global.
const [COPY_SOURCE, COPY_TARGET, STORAGE, UNIFORM] = [0x4, 0x8, 0x80, 0x40];

export async function measureCard(gpu: GPU): Promise<CardPeaks> {
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('There is no WebGPU adapter on this machine; install a Vulkan driver.');
  const device = await adapter.requestDevice();
  const peaks = { gflops: await measureMultiplyAdds(device), gigabytesPerSecond: await measureCopies(device) };
  device.destroy();
  return peaks;
}

/** Independent sums hide the latency; what they add up to is written, so that none is left out. */
async function measureMultiplyAdds(device: GPUDevice): Promise<number> {
  const sums = Array.from({ length: SUMS }, (_, i) => i);
  const code = `@group(0) @binding(0) var<storage, read_write> result: array<f32>;
@group(0) @binding(1) var<uniform> factor: vec4<f32>;
@compute @workgroup_size(256) fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  ${sums.map((i) => `var s${i} = f32(id.x + ${i}u);`).join(' ')}
  for (var step = 0u; step < ${STEPS}u; step++) { ${sums.map((i) => `s${i} = fma(s${i}, factor.x, factor.y);`).join(' ')} }
  result[id.x] = ${sums.map((i) => `s${i}`).join(' + ')};
}`;
  const pipeline = device.createComputePipeline({ layout: 'auto', compute: { module: device.createShaderModule({ code }) } });
  const result = device.createBuffer({ size: INVOCATIONS * 4, usage: STORAGE });
  const factor = device.createBuffer({ size: 16, usage: UNIFORM | COPY_TARGET });
  device.queue.writeBuffer(factor, 0, Float32Array.of(0.999, 0.001, 0, 0));
  const entries = [result, factor].map((buffer, binding) => ({ binding, resource: { buffer } }));
  const group = device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries });
  const seconds = await secondsOfOne(device, (encoder, times) => {
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, group);
    for (let i = 0; i < times; i++) pass.dispatchWorkgroups(INVOCATIONS / 256);
    pass.end();
  });
  return (INVOCATIONS * STEPS * SUMS * 2) / seconds / 1e9;
}

/** Bytes read and bytes written both count. */
async function measureCopies(device: GPUDevice): Promise<number> {
  const buffer = (): GPUBuffer => device.createBuffer({ size: COPIED_BYTES, usage: COPY_SOURCE | COPY_TARGET });
  const [source, target] = [buffer(), buffer()];
  const seconds = await secondsOfOne(device, (encoder, times) => {
    for (let i = 0; i < times; i++) encoder.copyBufferToBuffer(source, 0, target, 0, COPIED_BYTES);
  });
  return (2 * COPIED_BYTES) / seconds / 1e9;
}

/** Of a piece of work that is submitted more and more times at once until it takes long enough to be timed. */
async function secondsOfOne(device: GPUDevice, encode: (encoder: GPUCommandEncoder, times: number) => void): Promise<number> {
  for (let times = 1; ; times *= 2) {
    const encoder = device.createCommandEncoder();
    encode(encoder, times);
    const startedAt = performance.now();
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
    const seconds = (performance.now() - startedAt) / 1e3;
    if (seconds >= LEAST_SECONDS) return seconds / times;
  }
}
