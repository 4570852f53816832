import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../../tools/build/ensure-built';

interface Lock {
  packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean }>;
}

/** Packs, and unpacks into `home` what `npm install brushover-*.tgz` would: the package and what it declares, no more. No network. */
export async function installPackage(home: string): Promise<string> {
  await ensureBuilt();
  // Not by its `prepack`, which would build the extension anew under the browsers of other tests.
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/build-package.ts']);
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', home], { stdio: 'ignore' });
  const installed = join(home, 'node_modules/brushover');
  mkdirSync(installed, { recursive: true });
  const packed = readdirSync(home).find((name) => name.endsWith('.tgz'))!;
  execFileSync('tar', ['-xzf', join(home, packed), '-C', installed, '--strip-components', '1']);
  for (const folder of runtimeFolders()) cpSync(folder, join(home, folder), { recursive: true });
  return installed;
}

/** As the lock file tells what only development needs. */
function runtimeFolders(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  return Object.entries(packages).flatMap(([folder, { dev, devOptional, optional }]) =>
    folder === '' || dev || devOptional || optional ? [] : [folder],
  );
}
