import { strict as assert } from 'node:assert';
import { captureLayer, EditorError, insertLayer } from '../../../src/editors';
import { assertNewLayer } from './checks';
import { fingerprints } from './fingerprints';
import { shapePixel } from '../../pages/editor-under-test';
import { colorDifference, decodePicture, pictureOf } from './pictures';
import { openSession, RESULT_NAME, type Session } from './session';

export type FaultName =
  | 'twice'
  | 'replaced'
  | 'other-layer'
  | 'deleted'
  | 'resized'
  | 'closed'
  | 'busy'
  | 'full'
  | 'hidden'
  | 'locked'
  | 'empty'
  | 'group'
  | 'nested'
  | 'two'
  | 'text'
  | 'adjustment'
  | 'tainted'
  | 'broken'
  | 'two-tabs'
  | 'switched';

/** What goes wrong, or might. Each starts from a freshly opened document. */
const faults: Record<FaultName, (session: Session) => Promise<void>> = {
  /** Two captures in a row give the same and change nothing. */
  async twice(session) {
    const before = await session.layers();
    const [first, second] = [await session.capture(), await session.capture()];
    assert.deepEqual(await decodePicture(second.image), await decodePicture(first.image));
    assert.deepEqual(fingerprints(await session.layers()), fingerprints(before));
  },
  /** Another document is open by the time of the insertion. */
  replaced: (session) => insertAfter(session, () => session.tell('open')),
  /** Another layer is current by then: the new one still goes above the captured one. */
  async 'other-layer'(session) {
    const before = await session.layers();
    const captured = await session.capture();
    await session.tell('chooseGround');
    await session.insertResult(captured);
    assertNewLayer(session, before, await session.changedLayers(before), captured);
  },
  deleted: (session) => insertAfter(session, () => session.tell('deleteCurrent')),
  resized: (session) => insertAfter(session, () => session.tell('resize', 80, 50)),
  closed: (session) => insertAfter(session, () => session.tell('close')),
  busy: (session) => insertAfter(session, () => session.tell('setBusy', true)),
  /** The editor takes no more layers: none of them is painted over. */
  full: (session) => insertAfter(session, () => session.tell('fill')),
  hidden: (session) => captureAfter(session, 'hideCurrent'),
  async locked(session) {
    await session.tell('lockCurrent');
    await insertAfter(session, () => Promise.resolve());
  },
  empty: (session) => captureAfter(session, 'chooseEmpty'),
  group: (session) => captureAfter(session, 'chooseGroup'),
  /** In a group, with another layer in it. */
  async nested(session) {
    await session.tell('nest');
    const captured = await session.capture();
    assert.ok(colorDifference(await decodePicture(captured.image), pictureOf(shapePixel)) <= 1, 'the layer alone');
    await insertAfter(session, () => Promise.resolve(), captured);
  },
  two: (session) => captureAfter(session, 'chooseTwo'),
  text: (session) => captureAfter(session, 'chooseText'),
  adjustment: (session) => captureAfter(session, 'chooseAdjustment'),
  tainted: (session) => captureAfter(session, 'taint'),
  /** What can't be decoded must not reach the editor. */
  async broken(session) {
    const before = await session.layers();
    const { layerId } = await session.capture();
    const insertion = { name: RESULT_NAME, png: new Blob(['no picture']), x: 0, y: 0, width: 4, height: 4, above: layerId };
    const error = await insertLayer(session.access, insertion).catch((error: unknown) => error);
    assert.deepEqual(fingerprints(await session.layers()), fingerprints(before));
    throw error;
  },
  /** Another document is in front by then: the one that was captured gets the layer, the other nothing. */
  async switched(session) {
    const before = await session.layers();
    const captured = await session.capture();
    await session.tell('openOther');
    await session.insertResult(captured);
    await session.tell('showFirst');
    assertNewLayer(session, before, await session.changedLayers(before), captured);
  },
  /** Two tabs with the editor: the one that is meant gets the picture. */
  async 'two-tabs'(session) {
    const other = await openSession(session.browser, session.serverUrl, session.entry);
    try {
      const before = await other.layers();
      const captured = await captureLayer(other.access);
      await session.page.bringToFront();
      await insertAfter(session, () => Promise.resolve(), captured);
      assert.deepEqual(fingerprints(await other.layers()), fingerprints(before));
    } finally {
      await other.page.close();
      await session.page.bringToFront();
    }
  },
};

export const FAULT_NAMES = Object.keys(faults) as FaultName[];

/** The fault ends as the editor's entry says: it works, or with an error whose sentence tells what to do. */
export async function checkFault(session: Session, name: FaultName): Promise<void> {
  const outcome = await faults[name](session).then(
    () => 'works',
    (error: unknown) => (error instanceof EditorError ? assertHelpful(error) : Promise.reject(error)),
  );
  assert.equal(outcome, session.entry.faults[name]);
}

async function captureAfter(session: Session, preparation: Parameters<Session['tell']>[0]): Promise<void> {
  await session.tell(preparation);
  await session.capture();
}

async function insertAfter(
  session: Session,
  change: () => Promise<void>,
  captured?: Awaited<ReturnType<Session['capture']>>,
): Promise<void> {
  const picture = captured ?? (await session.capture());
  await change();
  const before = session.isTakenByPage ? await session.layers().catch(() => []) : [];
  await session.insertResult(picture);
  if (session.isTakenByPage) await session.changedLayers(before);
}

function assertHelpful({ code, message }: EditorError): string {
  assert.match(message, /^[A-Z“].*[;:,] .*\.$/, 'one sentence that says what to do');
  return code;
}
