/** Something that the run needs, or that watches it, is gone. */
import { documentOf, workerOf, type Fault, type Stage } from '../fault';

export const DEATHS: readonly Fault[] = [
  {
    name: 'service worker stopped',
    outcome: 'same',
    async inject({ extension }) {
      const [worker] = await extension.extension.workers();
      await worker.close();
    },
  },
  {
    name: 'document closed',
    outcome: 'same',
    inject: (stage) => stage.closeDocument(),
  },
  {
    name: 'document crashed',
    outcome: 'same',
    async inject(stage) {
      const session = await (await documentOf(stage)).createCDPSession();
      // Never answered. The extension's pages share a process, so the driver's own goes with it.
      void session.send('Page.crash').catch(() => undefined);
      await stage.reloadExtension();
    },
  },
  {
    name: 'job worker ended in silence',
    outcome: 'same',
    inject: endJobWorker,
  },
  {
    name: 'job worker ended twice',
    outcome: 'same',
    async inject(stage, id) {
      await endJobWorker(stage);
      await stage.driver.until(id, ({ status, endedAt }) => status === 'capturing' || endedAt !== null, 'goes on');
      await endJobWorker(stage);
    },
  },
  {
    name: 'browser killed',
    outcome: 'same',
    inject: (stage) => stage.killBrowser(),
  },
  {
    name: 'panel closed',
    outcome: 'same',
    inject: (stage) => stage.reopenPage(),
  },
  {
    name: 'extension reloaded',
    outcome: 'same',
    // Installed once more, as after an update: all of its pages, Workers and the service worker go at once.
    inject: (stage) => stage.reloadExtension(),
  },
  {
    name: 'preview worker ended in silence',
    outcome: 'same',
    async inject(stage) {
      const { driver } = stage;
      const { content } = await driver.request({}, 48);
      const answer = driver.call('preview', previewOf(content)).then(
        () => 'painted',
        (error: Error) => error.message,
      );
      await (await workerOf(stage, 'offscreen/preview-worker.js')).evaluate(() => self.close()).catch(() => undefined);
      const told = await answer;
      if (told !== 'painted' && !/stopped unexpectedly.*choose the style once more\.$/.test(told)) throw new Error(told);
      await driver.call('preview', previewOf(content));
    },
  },
];

/** The driver may hear of the Worker's end before the answer. */
async function endJobWorker(stage: Stage): Promise<void> {
  await (await workerOf(stage)).evaluate(() => self.close()).catch(() => undefined);
}

function previewOf(content: string): object {
  const source = { kind: 'built-in', file: 'starlit-swirls.jpg' };
  const asked = { id: crypto.randomUUID(), content, styles: [{ source, weight: 1 }], strength: 1, mask: null, size: 48 };
  return { ...asked, keepColors: 'none', priority: 'chosen', optimized: null, keep: false };
}
