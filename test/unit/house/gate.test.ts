/** What `npm run check` must refuse. No fault is ever written into the tree, where other tests build from. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CHECK_PARTS } from '../../../tools/check-parts';

/** From where the faults are compiled. */
const SETTINGS = "import { defaultSettings, type StyleTransferSettings } from '../../../src/nst/settings';";
const changed = (change: string): string => `${SETTINGS}\nexport const changed: StyleTransferSettings = { ...defaultSettings, ${change} };`;

interface Answer {
  status: number | null;
  said: string;
}

function run(tool: string, args: string[], options: { cwd?: string; input?: string } = {}): Answer {
  const { status, stdout, stderr } = spawnSync(resolve('node_modules/.bin', tool), args, { encoding: 'utf8', ...options });
  return { status, said: `${stdout}${stderr}` };
}

/** As if the file held this text. */
function lint(file: string, text: string): Answer {
  return run('eslint', ['--stdin', '--stdin-filename', file], { input: text });
}

describe('npm run check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'brushover-gate-'));
  // Within the project, so that the packages' types are found.
  const types = resolve('node_modules/.cache/gate');
  beforeAll(() => mkdirSync(types, { recursive: true }));
  afterAll(() => [folder, types].forEach((path) => rmSync(path, { recursive: true, force: true })));

  /** Compiles one file as the context does its own. */
  function compile(context: string, text: string): Answer {
    writeFileSync(join(types, 'fault.ts'), text);
    const options = {
      composite: false,
      incremental: false,
      tsBuildInfoFile: null,
      emitDeclarationOnly: false,
      noEmit: true,
      rootDir: resolve('.'),
    };
    const config = {
      extends: resolve(context, 'tsconfig.json'),
      compilerOptions: options,
      files: ['fault.ts'],
      include: [],
      references: [],
    };
    writeFileSync(join(types, 'tsconfig.json'), JSON.stringify(config));
    return run('tsc', ['-p', types]);
  }

  it('refuses an import against the borders between the folders', () => {
    const { status, said } = lint('src/nst/sha256.ts', "import { call } from '../protocol/messages';\nexport const way = call;\n");
    expect(said).toMatch(/boundaries\/dependencies/);
    expect(status).not.toBe(0);
  });

  it('refuses a promise that nobody awaits', () => {
    const text =
      'export async function later(): Promise<void> {\n  await Promise.resolve();\n}\n\nexport function start(): void {\n  later();\n}\n';
    const { status, said } = lint('src/protocol/failure.ts', text);
    expect(said).toMatch(/no-floating-promises/);
    expect(status).not.toBe(0);
  });

  it.each([
    ['the DOM in a worker', 'src/picture-files', 'export const title = document.title;', /'document'/],
    ["Node in the extension's code", 'src/ui', 'export const id = process.pid;', /'process'/],
    ['Jest outside the tests', 'tools', 'export const a = jest.fn();', /'jest'/],
  ])('refuses %s', (_, context, text, answer) => {
    const { status, said } = compile(context, text);
    expect(said).toMatch(answer);
    expect(status).not.toBe(0);
  });

  it('refuses a setting that no table has', () => {
    const { status, said } = compile('src/nst', changed('sharpness: 1'));
    expect(said).toMatch(/'sharpness' does not exist/);
    expect(status).not.toBe(0);
  });

  it.each([
    ['what the context has', 'src/ui', 'export const title = document.title;'],
    ['a setting of the table', 'src/nst', changed('styleWeight: 1')],
  ])('accepts %s', (_, context, text) => {
    expect(compile(context, text)).toEqual({ status: 0, said: '' });
  });

  it('refuses a file, an export and a circle that should not be', () => {
    for (const name of [
      'src',
      'art',
      'bench',
      'tools',
      'test',
      'package.json',
      'knip.json',
      'rollup.config.ts',
      'jest.config.js',
      'eslint.config.js',
    ])
      cpSync(name, join(folder, name), { recursive: true, filter: (path) => !path.includes('fixtures') });
    for (const name of ['tsconfig.json', 'tsconfig.base.json']) cpSync(name, join(folder, name));
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const hash = readFileSync('src/nst/sha256.ts', 'utf8');
    writeFileSync(join(folder, 'src/nst/gate-file.ts'), "import { sha256Of } from './sha256';\nexport const again = sha256Of;\n");
    writeFileSync(join(folder, 'src/nst/sha256.ts'), `import { again } from './gate-file';\n${hash}\nexport const unused = () => again;\n`);
    const { status, said } = run('knip', ['--no-progress'], { cwd: folder });
    expect(said).toMatch(/unused .*sha256\.ts/);
    expect(said).toMatch(/Circular dependencies[^]*gate-file/);
    expect(status).not.toBe(0);
  });

  it('runs the tools that refuse them', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    expect(scripts.check).toBe('tsx tools/check.ts');
    const check = CHECK_PARTS.map((part) => scripts[part]).join('\n');
    for (const tool of ['tsc -b', 'eslint . --max-warnings 0', 'knip', 'prettier --check', 'tools/check-docs.ts'])
      expect(check).toContain(tool);
  });
});
