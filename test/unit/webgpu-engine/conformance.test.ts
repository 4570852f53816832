import { spawnWithGpu } from '../../../tools/gpu/open-gpu';
import type { ConformanceAnswer } from './conformance-in-node';

describe('the WebGPU engine in Node', () => {
  it('agrees with plain loops in every operation, whole and in portions', async () => {
    const { description, cases, failures } = await answerOf('test/unit/webgpu-engine/conformance-in-node.ts');
    if (description === null) {
      console.warn('No Vulkan driver on this machine: WebGPU in Node was not tried. Installing chromium brings one.');
      return;
    }
    expect(description).toMatch(/^WebGPU, /);
    expect(failures).toEqual([]);
    expect(cases).toBeGreaterThan(250);
  });
});

/** The one line that the script prints. */
function answerOf(script: string): Promise<ConformanceAnswer> {
  const child = spawnWithGpu(script);
  let [output, errors] = ['', ''];
  child.stdout!.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr!.on('data', (part: Buffer) => (errors += part.toString()));
  return new Promise((resolve, reject) => {
    child.once('close', () => {
      const line = output.split('\n').find((text) => text.startsWith('{'));
      if (line) resolve(JSON.parse(line) as ConformanceAnswer);
      else reject(new Error(`The script ended without an answer: ${errors}`));
    });
  });
}
