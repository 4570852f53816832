import type { FromWorker, ToWorker } from '../../../src/library/messages';

type Stylize = Extract<ToWorker, { type: 'stylize' }>;

/** Keeps what the page sends; the test answers in the Worker's place. */
export class FakeWorker extends EventTarget {
  static last: FakeWorker;
  onerror: (() => void) | null = null;
  terminated = false;
  readonly sent: ToWorker[] = [];

  constructor(
    readonly url: URL,
    readonly options: WorkerOptions,
  ) {
    super();
    FakeWorker.last = this;
  }

  postMessage(message: ToWorker): void {
    this.sent.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  answer(data: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  get orders(): Stylize[] {
    return this.sent.filter((message) => message.type === 'stylize');
  }
}
