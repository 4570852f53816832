/** The engine loses what it computes with. */
import { workerOf, type Fault, type Stage } from '../fault';
import { SMALL } from '../run-driver';

const SHORTEST = { ...SMALL, scales: [{ scale: 1, evaluations: 1 }] };

export const ENGINES: readonly Fault[] = [
  {
    name: 'kernel thread ended in silence',
    outcome: 'same or told',
    async prepare(stage) {
      await freshWorker(stage);
      await (
        await workerOf(stage)
      ).evaluate(() => {
        const threads: Worker[] = [];
        self.Worker = class extends Worker {
          constructor(address: string | URL, options?: WorkerOptions) {
            super(address, options);
            threads.push(this);
          }
        };
        Object.assign(self, { threads });
      });
    },
    inject: async (stage) =>
      void (await (await workerOf(stage)).evaluate(() => (self as unknown as { threads: Worker[] }).threads.at(-1)?.terminate())),
    repair: (stage) => stage.closeDocument(),
  },
  {
    name: 'graphics context lost',
    outcome: 'same or told',
    request: (request) => ({ ...request, engine: 'webgl' }),
    async prepare(stage) {
      await freshWorker(stage);
      await (
        await workerOf(stage)
      ).evaluate(() => {
        const contexts: WebGL2RenderingContext[] = [];
        const getContext = OffscreenCanvas.prototype.getContext;
        OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: never[]) {
          const context: unknown = Reflect.apply(getContext, this, args);
          if (context instanceof WebGL2RenderingContext) contexts.push(context);
          return context as never;
        };
        Object.assign(self, { contexts });
      });
    },
    inject: async (stage) =>
      void (await (
        await workerOf(stage)
      ).evaluate(() => {
        for (const context of (self as unknown as { contexts: WebGL2RenderingContext[] }).contexts)
          context.getExtension('WEBGL_lose_context')?.loseContext();
      })),
    repair: (stage) => stage.closeDocument(),
  },
  {
    name: 'memory refused',
    outcome: 'same or told',
    inject: async (stage) =>
      void (await (
        await workerOf(stage)
      ).evaluate(() => {
        WebAssembly.Memory.prototype.grow = () => {
          throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
        };
      })),
    repair: (stage) => stage.closeDocument(),
  },
  {
    name: 'losses no number',
    outcome: 'same or told',
    async inject(stage) {
      await (
        await workerOf(stage)
      ).evaluate(() => {
        const isFinite = Number.isFinite;
        Number.isFinite = () => {
          Number.isFinite = isFinite;
          return false;
        };
      });
    },
  },
];

/** One that has not started an engine of its own kind yet: another was asked for first, so that the Worker is there to be bent. */
async function freshWorker(stage: Stage): Promise<void> {
  await stage.closeDocument();
  await stage.driver.ends(await stage.driver.start(await stage.driver.request({ engine: 'tfjs-cpu', settings: SHORTEST }, 16)));
}
