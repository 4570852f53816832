import type { Browser } from 'puppeteer';
import { servePages, type PageServer } from '../../../tools/editors/serve-pages';
import { cellsOf, runCell } from './conformance';
import { entries } from './entries';
import { launchBrowser } from '../../../tools/browser/launch-browser';
import { openSession, type Session } from './session';

let browser: Browser;
let server: PageServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePages()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each(entries)('$id ($kind)', (entry) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(browser, server.url, entry);
  }, 60_000);

  afterAll(() => session?.page.close());

  it.each(cellsOf(entry).filter(({ reason }) => reason === null))('$name', (cell) => runCell(cell, session), 60_000);
});
