import type { PageAnswer, PageCallName, PageCalls } from './page/page-calls';
import { answerTo } from './page-answers';

/** Runs a self-contained function in the page's own world: `chrome.scripting` in the extension, the driver in tests. */
type RunInPage = <A extends unknown[], R>(func: (...args: A) => R | Promise<R>, ...args: A) => Promise<R | null | undefined>;

/** How the extension reaches into one page. */
export interface PageAccess {
  /** Loads the page script (`editors/page.js` of the build) into the page's own world. Loading it again is harmless. */
  loadScript(): Promise<void>;
  run: RunInPage;
  /** A way for large pictures as files; null where the browser has none. */
  openChannel?(): Promise<PictureChannel | null>;
}

/** For the length of one capture. */
export interface PictureChannel {
  /** The page script is told it. */
  readonly name: string;
  /** What the page script handed over; null if that was nothing. */
  receive(): Promise<Blob | null>;
  close(): void;
}

/** Asks the page script. @throws EditorError */
export async function askPage<N extends PageCallName>(
  page: PageAccess,
  name: N,
  request: Parameters<PageCalls[N]>[0],
): Promise<Awaited<ReturnType<PageCalls[N]>>> {
  await page.loadScript();
  const answer = (await page.run(callPageScript, name, request)) as PageAnswer | null | undefined;
  return answerTo(name, answer);
}

/** Serialised into the page, so it may use nothing from around it. */
function callPageScript(name: string, request: unknown): unknown {
  const script: unknown = Reflect.get(globalThis, Symbol.for('brushover.page-script'));
  return typeof script === 'function' ? script(name, request) : null;
}
