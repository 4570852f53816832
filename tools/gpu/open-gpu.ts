import { existsSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** Debian's Chromium brings a Vulkan driver that computes on the processor, and the loader that finds it. */
const SOFTWARE_DRIVER = '/usr/lib/chromium/vk_swiftshader_icd.json';

/** Starts a script with Node's WebGPU; without a driver of the machine's own, on Chromium's software driver where that is. */
export function spawnWithGpu(script: string, args: readonly string[] = []): ChildProcess {
  const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
  return spawn(process.execPath, [...loader, script, ...args], { env: gpuEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Whether WebGPU finds a driver only in a process of its own. */
export function needsOtherEnvironment(): boolean {
  return gpuEnvironment() !== process.env;
}

function gpuEnvironment(): NodeJS.ProcessEnv {
  if (!existsSync(SOFTWARE_DRIVER) || hasDriver()) return process.env;
  return { ...process.env, LD_LIBRARY_PATH: path.dirname(SOFTWARE_DRIVER), VK_ICD_FILENAMES: SOFTWARE_DRIVER };
}

/** Whether this machine has a Vulkan driver installed. */
function hasDriver(): boolean {
  return ['/usr/share/vulkan/icd.d', '/etc/vulkan/icd.d'].some((folder) => existsSync(folder)) || Boolean(process.env.VK_ICD_FILENAMES);
}

/** Where adapters come from in Node. Dawn, Chromium's own implementation; its types are the browser's. */
export async function openGpu(): Promise<GPU> {
  const { create } = await import('webgpu');
  opened = create([]) as unknown as GPU;
  return opened;
}

/** Its devices end without a word, or the process does, once nobody holds it any more. */
let opened: GPU | null = null;
