import { spawnWithGpu } from '../../../tools/gpu/open-gpu';
import type { ConformanceAnswer } from './conformance-in-node';

describe('the WebGPU engine in Node', () => {
  it.each([
    ['operations', 90],
    ['positions', 40],
    ['convolutions', 40],
  ])('agrees with plain loops in all %s, whole and in portions', async (part, least) => {
    const { description, cases, failures } = await answerOf('test/unit/webgpu-engine/conformance-in-node.ts', part);
    if (description === null) {
      console.warn('No Vulkan driver on this machine: WebGPU in Node was not tried. Installing chromium brings one.');
      return;
    }
    expect(description).toMatch(/^WebGPU, /);
    expect(failures).toEqual([]);
    expect(cases).toBeGreaterThan(least);
  });
});

/** The one line that the script prints. */
function answerOf(script: string, part: string): Promise<ConformanceAnswer> {
  const child = spawnWithGpu(script, [part]);
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
