import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './assets-from-disk';

/** Why a Python script with these modules can't run here, or null where it can. */
export function missingPython(modules: readonly string[]): string | null {
  const { status } = spawnSync('python3', ['-c', `import ${modules.join(', ')}`]);
  return status === 0 ? null : `python3 with ${modules.join(' and ')} is missing`;
}

/** A wheel that the user named in an environment variable. */
export function missingWheel(variable: string): string | null {
  const path = process.env[variable];
  if (!path) return `${variable} doesn't name the wheel`;
  return existsSync(path) ? null : `${path} (${variable}) is missing`;
}

/** Runs Python from the project's folder; throws what it wrote to stderr if it exits with another status than 0. */
export function runPython(program: string): void {
  const { status, stderr } = spawnSync('python3', ['-c', program], { encoding: 'utf8', cwd: projectFolder });
  if (status !== 0) throw new Error(stderr);
}

export function runScript(script: string, options: readonly string[]): void {
  const { status, stderr } = spawnSync('python3', [join(projectFolder, script), ...options], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
}
