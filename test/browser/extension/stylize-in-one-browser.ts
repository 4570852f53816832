import { launchExtension } from '../../../tools/browser/launch-extension';
import { readOrder } from '../../../tools/cli/order';
import { paintOrder } from '../../../tools/cli/run-order';
import { extensionPainter } from '../../../tools/cli/stylize-headless';

export interface CommandAnswer {
  status: number | null;
  stderr: string;
}

export interface CommandLine {
  /** How often a browser would have been opened. */
  readonly openings: number;
  run(...args: string[]): Promise<CommandAnswer>;
  close(): Promise<void>;
}

/** What `stylize` does with its arguments, without a process and a browser of its own for each, which take seconds to start. */
export async function openCommandLine(): Promise<CommandLine> {
  const painter = extensionPainter(await launchExtension({ headless: true }));
  const shared = { ...painter, close: () => Promise.resolve() };
  let openings = 0;
  return {
    get openings() {
      return openings;
    },
    run: (...args) =>
      listen(async () =>
        paintOrder(
          await readOrder(args),
          () => {
            openings++;
            return Promise.resolve(shared);
          },
          () => new AbortController().signal,
        ),
      ),
    close: () => painter.close(),
  };
}

async function listen(command: () => Promise<number>): Promise<CommandAnswer> {
  let stderr = '';
  const listener = jest.spyOn(console, 'error').mockImplementation((line) => (stderr += `${line}\n`));
  try {
    const status = await command();
    return { status, stderr };
  } catch (error) {
    return { status: 2, stderr: `${stderr}${(error as Error).message}\n` };
  } finally {
    listener.mockRestore();
  }
}
