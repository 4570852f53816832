import { strict as assert } from 'node:assert';
import { captureLayer, EditorError, insertLayer } from '../../../src/editors';
import { fingerprints } from './fingerprints';
import { decodePicture } from './pictures';
import { openSession, RESULT_NAME, type Session } from './session';

/** What goes wrong, or might. Each starts from a freshly opened document. */
const faults = {
  /** Two captures in a row give the same and change nothing. */
  async twice(session: Session) {
    const before = await session.layers();
    const [first, second] = [await session.capture(), await session.capture()];
    assert.deepEqual(await decodePicture(second.png), await decodePicture(first.png));
    assert.deepEqual(fingerprints(await session.layers()), fingerprints(before));
  },
  async hidden(session: Session) {
    await session.tell('hideCurrent');
    await session.capture();
  },
  async empty(session: Session) {
    await session.tell('chooseEmpty');
    await session.capture();
  },
  async group(session: Session) {
    await session.tell('chooseGroup');
    await session.capture();
  },
  async tainted(session: Session) {
    await session.tell('taint');
    await session.capture();
  },
  /** The document is closed between capture and insertion. */
  async closed(session: Session) {
    const captured = await session.capture();
    await session.tell('close');
    await session.insertResult(captured);
  },
  /** The document becomes smaller between capture and insertion. */
  async resized(session: Session) {
    const captured = await session.capture();
    await session.tell('resize', 80, 50);
    await session.insertResult(captured);
  },
  async busy(session: Session) {
    const captured = await session.capture();
    await session.tell('setBusy', true);
    await session.insertResult(captured);
  },
  /** What can't be decoded must not reach the editor. */
  async broken(session: Session) {
    const before = await session.layers();
    const { layerId } = await session.capture();
    const insertion = { name: RESULT_NAME, png: new Blob(['no picture']), x: 0, y: 0, width: 4, height: 4, above: layerId };
    const error = await insertLayer(session.access, insertion).catch((error: unknown) => error);
    assert.deepEqual(fingerprints(await session.layers()), fingerprints(before));
    throw error;
  },
  /** The tab goes to another editor: what was captured before can be inserted there. */
  async navigated(session: Session) {
    const captured = await session.capture();
    await session.page.goto(`${session.serverUrl}/canvas/`);
    await session.page.waitForFunction(() => window.editorUnderTest !== undefined);
    await session.tell('open');
    assert.equal((await session.insertResult(captured)).way, 'paste');
    await session.page.waitForSelector('body[data-pasted]');
  },
  /** Two tabs with the editor: the one that is meant gets the picture. */
  async 'two-tabs'(session: Session) {
    const other = await openSession(session.browser, session.serverUrl, session.entry);
    try {
      const before = await other.layers();
      await session.insertResult(await captureLayer(other.access));
      assert.deepEqual(fingerprints(await other.layers()), fingerprints(before));
    } finally {
      await other.page.close();
      await session.page.bringToFront();
    }
  },
};

export type FaultName = keyof typeof faults;

/** Every fault of the editor's entry ends as that says: it works, or with an error whose sentence tells what to do. */
export async function checkFaults(session: Session): Promise<void> {
  for (const [name, expected] of Object.entries(session.entry.faults) as [FaultName, string][]) {
    await session.reopen();
    const outcome = await faults[name](session).then(
      () => 'works',
      (error: unknown) => (error instanceof EditorError ? assertHelpful(error) : Promise.reject(error)),
    );
    if (name === 'closed') await session.reopen({ freshPage: true });
    assert.equal(outcome, expected, `fault “${name}”`);
  }
}

function assertHelpful({ code, message }: EditorError): string {
  assert.match(message, /^[A-Z“].*[;:,] .*\.$/, 'one sentence that says what to do');
  return code;
}
