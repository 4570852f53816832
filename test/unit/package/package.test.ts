/** What goes to the stores: everything that the extension needs, and nothing else. */
import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { ensureBuilt } from '../../../tools/build/ensure-built';
import { filesInZip, packExtension, TARGETS, type Target } from '../../../tools/package/pack-extension';

const COMMON = [
  ...filesIn('_locales', '_locales'),
  'background/index.js',
  'editors/page.js',
  'engines/tfjs/tfjs-backend-wasm-simd.wasm',
  'engines/tfjs/tfjs-backend-wasm.wasm',
  'engines/wasm/kernels-relaxed.wasm',
  'engines/wasm/kernels.wasm',
  ...['128', '16', '32', '48'].map((size) => `icons/${size}.png`),
  'manifest.json',
  'offscreen/explorer-worker.js',
  'offscreen/mask-worker.js',
  'offscreen/network-worker.js',
  'offscreen/optimized-preview-worker.js',
  'offscreen/preview-worker.js',
  'overlay/overlay.js',
  'offscreen/worker.js',
  'options/index.js',
  'options/options.html',
  'panel/index.js',
  'panel/css/uplot.css',
  'panel/panel.html',
  ...filesIn('src/options/css', 'options/css'),
  ...filesIn('src/panel/css', 'panel/css'),
  ...filesIn('src/ui/css', 'ui/css'),
  ...filesIn('models', 'models'),
  ...filesIn('styles', 'styles'),
];

const OWN: Record<Target, string[]> = {
  chrome: [
    'engines/wasm/kernels-relaxed-shared.wasm',
    'engines/wasm/kernels-shared.wasm',
    'engines/wasm/thread.js',
    'offscreen/index.html',
    'offscreen/index.js',
  ],
  firefox: ['offscreen/in-panel.js'],
};

const MOST_MEGABYTES = 30;

describe.each(TARGETS)('the package for %s', (target) => {
  let path: string;
  let names: string[];
  beforeAll(async () => {
    await ensureBuilt();
    path = packExtension(target);
    names = filesInZip(path);
  }, 300_000);

  it('holds the files that the extension needs, and nothing else', () => {
    const withoutChunks = names.filter((name) => !name.startsWith('chunks/'));
    expect(withoutChunks).toEqual([...COMMON, ...OWN[target]].sort());
  });

  it('is the same byte for byte when it is made again, at another time and in another time zone', () => {
    const before = readFileSync(path);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    // Not the manifest: by its age the tests beside this one know whether the build is new.
    utimesSync(`dist/${target}/panel/panel.html`, new Date(2001, 1, 2), new Date(2001, 1, 2));
    packExtension(target);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('holds no chunk that no other file asks for', () => {
    const scripts = names.filter((name) => name.endsWith('.js'));
    const texts = scripts.map((name) => ({ name, text: readFileSync(`dist/${target}/${name}`, 'utf8') }));
    const chunks = names.filter((name) => name.startsWith('chunks/')).map((name) => name.slice('chunks/'.length));
    const unused = chunks.filter((chunk) => !texts.some(({ name, text }) => !name.endsWith(chunk) && text.includes(chunk)));
    expect(unused).toEqual([]);
  });

  it('is small enough to be downloaded at once', () => {
    expect(readFileSync(path).length / 1e6).toBeLessThan(MOST_MEGABYTES);
  });
});

function filesIn(folder: string, packed: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/').replace(folder, packed));
}
