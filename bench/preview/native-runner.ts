import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ORIGINAL_CONTENT_SIDE, type PreviewRunner } from './networks';

export const SCRIPT = 'bench/preview/onnx_native.py';

/** Python's onnxruntime in a process of its own. Rejects where it is missing. */
export async function openNative(originals: string): Promise<PreviewRunner> {
  const child = spawn('python3', [SCRIPT, 'time', originals], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.on('error', () => undefined);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async <T>(): Promise<T> => {
    const line = await lines.next();
    if (line.done) throw new Error('python3 with onnxruntime is not installed; `pip install onnxruntime` adds it');
    return JSON.parse(line.value) as T;
  };
  const { description } = await next<{ description: string }>();
  return {
    engine: 'onnx-native',
    description,
    async run(network, size) {
      if (network === 'transform' && size !== ORIGINAL_CONTENT_SIDE) return null;
      child.stdin.write(`${JSON.stringify({ network, size })}\n`);
      return (await next<{ milliseconds: number }>()).milliseconds;
    },
    async close() {
      child.stdin.end();
      await new Promise((ended) => child.once('close', ended));
    },
  };
}
