import { ensureBuilt } from '../../../tools/build/ensure-built';
import { launchExtension, type LaunchOptions, type RunningExtension } from '../../../tools/browser/launch-extension';

/** The built extension in a Chromium of its own. */
export async function startExtension(options: Partial<LaunchOptions> = {}): Promise<RunningExtension> {
  await ensureBuilt();
  return launchExtension({ headless: true, ...options });
}
