import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

/** Beside its binary, Node needs nothing; the card's Vulkan driver and loader are the machine's own. */
const RUN = `#!/bin/sh
# Runs the bench with the Node that was packed; the network is looked for here, else where this is called from.
here=$(cd "$(dirname "$0")" && pwd)
[ -d "$here/models" ] && cd "$here"
BENCH_HOME="$here" exec "$here/node" "$here/bench-gpu.mjs" "$@"
`;

/** Node, Dawn, the bench as one script and the network, in one archive for a machine that has none of them. */
export async function pack(archive: string, { models }: { models: boolean }): Promise<void> {
  const home = await mkdtemp(path.join(tmpdir(), 'brushover-bench-gpu-'));
  const folder = path.join(home, 'bench-gpu');
  await build({
    entryPoints: [path.resolve('bench/gpu/bench-gpu.ts')],
    outfile: path.join(folder, 'bench-gpu.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['webgpu', './pack'],
  });
  const copy = (from: string, to: string): Promise<void> => cp(from, path.join(folder, to), { recursive: true });
  await copy('bench/speed/pytorch_evaluation.py', 'bench/speed/pytorch_evaluation.py');
  for (const part of ['index.js', 'package.json', 'LICENSE.md', `dist/${process.platform}-${process.arch}`]) {
    await copy(`node_modules/webgpu/${part}`, `node_modules/webgpu/${part}`);
  }
  await copy(process.execPath, 'node');
  if (models) await copy('models/vgg16', 'models/vgg16');
  await writeFile(path.join(folder, 'run.sh'), RUN);
  execFileSync('strip', [path.join(folder, 'node')]);
  execFileSync('tar', ['-cJf', path.resolve(archive), '-C', home, 'bench-gpu'], { env: { ...process.env, XZ_OPT: '-9 -T0' } });
  await rm(home, { recursive: true });
}
