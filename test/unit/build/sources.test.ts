import { relative } from 'node:path';
import { build } from 'esbuild';
import { BUILD_SOURCES } from '../../../tools/build/ensure-built';

it('a change of any file that the build is made of makes the last build old', async () => {
  const { metafile } = await build({
    entryPoints: ['rollup.config.ts', 'tools/build-kernels.ts'],
    bundle: true,
    write: false,
    outdir: 'out',
    platform: 'node',
    format: 'esm',
    packages: 'external',
    metafile: true,
  });
  const read = Object.keys(metafile.inputs).map((path) => relative('.', path));
  expect(read).toEqual(expect.arrayContaining(['rollup.config.ts', 'tools/kernels/compile-kernels.ts']));
  expect(read.filter((path) => !BUILD_SOURCES.some((source) => path === source || path.startsWith(`${source}/`)))).toEqual([]);
});
