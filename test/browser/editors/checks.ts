import { strict as assert } from 'node:assert';
import { DOCUMENT, isInSelectedShape, SELECTED_SHAPE, SHAPE, shapePixel, type LayerPixels } from '../../pages/editor-under-test';
import { fingerprints } from './fingerprints';
import { pictureDownloadedBy, pictureOnClipboard } from './hand-overs';
import { alphaDifference, colorDifference, decodePicture, onSheet, over, pictureOf, type Picture } from './pictures';
import { RESULT, RESULT_NAME, type Session } from './session';

export type CheckName =
  | 'capture'
  | 'alpha'
  | 'offset'
  | 'selection'
  | 'mask'
  | 'insert'
  | 'name'
  | 'undo'
  | 'zoomed'
  | 'rounds'
  | 'again'
  | 'saved'
  | 'large'
  | 'blend';

/** Each starts from a freshly opened document and throws if the editor fails it. */
export const checks: Record<CheckName, (session: Session) => Promise<void>> = {
  async capture(session) {
    const { image } = await session.capture();
    assertNear(colorDifference(await decodePicture(image), pictureOf(shapePixel)), toleranceOf(session), 'captured colours');
  },
  async alpha(session) {
    const { image } = await session.capture();
    assert.equal(alphaDifference(await decodePicture(image), pictureOf(shapePixel)), 0, 'captured alpha');
  },
  async offset(session) {
    const { shapeAt = SHAPE, documentIsViewport, layerName } = session.entry;
    const { x, y, width, height, ...captured } = await session.capture();
    assert.deepEqual({ x, y, width, height }, { ...SHAPE, x: shapeAt.x, y: shapeAt.y });
    assert.equal(captured.layerName, layerName);
    if (documentIsViewport) return;
    assert.deepEqual({ width: captured.documentWidth, height: captured.documentHeight }, DOCUMENT);
  },
  async selection(session) {
    assert.equal((await session.capture()).selection, null, 'no selection at first');
    await session.tell('select', { x: 30, y: 20, width: 10, height: 8 });
    assert.deepEqual((await session.capture()).selection, { x: 30, y: 20, width: 10, height: 8 });
  },
  /** Any shape, not the rectangle around it. Where nothing is seen, it is all the same. */
  async mask(session) {
    await session.tell('selectShape', SELECTED_SHAPE);
    const { selection, selectionMask, image, x, y } = await session.capture();
    const { rgba: layer } = await decodePicture(image);
    assert.deepEqual(selection, { x: 30, y: 18, width: 20, height: 18 });
    const { width, height, rgba } = await decodePicture(selectionMask ?? assert.fail('no mask'));
    assert.deepEqual({ width, height }, { width: SHAPE.width, height: SHAPE.height });
    for (let i = 0; i < width * height; i++) {
      const [column, row] = [x + (i % width), y + Math.floor(i / width)];
      const isSelected = rgba[4 * i] * rgba[4 * i + 3] > 0.5 * 255 * 255;
      if (layer[4 * i + 3] > 0) assert.equal(isSelected, isInSelectedShape(column, row), `the mask at ${column}, ${row}`);
    }
  },
  async insert(session) {
    const { way } = session.entry;
    if (way === 'clipboard' || way === 'download') return checkHandOver(session);
    await checkInsertion(session);
  },
  async name(session) {
    const before = await session.layers();
    await session.insertResult(await session.capture());
    const after = await session.changedLayers(before);
    assert.ok(
      after.some(({ name }) => name === RESULT_NAME),
      `layers: ${after.map(({ name }) => name).join(', ')}`,
    );
  },
  async undo(session) {
    const before = await session.layers();
    await session.insertResult(await session.capture());
    await session.changedLayers(before);
    for (let i = 0; i < session.entry.undoSteps; i++) await session.tell('undo');
    assert.deepEqual(fingerprints(await session.layers()), fingerprints(before));
  },
  async zoomed(session) {
    for (const factor of [0.5, 1, 4]) await checkAtZoom(session, factor);
  },
  /** The layer that was captured first, though the new one is current now. */
  async again(session) {
    const before = await session.layers();
    const first = await session.capture();
    await session.insertResult(first);
    await session.changedLayers(before);
    const { image, layerId } = await session.capture(first);
    assert.equal(layerId, first.layerId);
    assertNear(colorDifference(await decodePicture(image), pictureOf(shapePixel)), toleranceOf(session), 'captured colours');
  },
  /** What the editor itself saves or exports, not only what it shows. */
  async saved(session) {
    const before = await session.saved();
    const layers = await session.layers();
    const captured = await session.capture();
    await session.insertResult(captured);
    await session.changedLayers(layers);
    const after = await session.saved();
    const place = after.place ? { x: 0, y: 0 } : (session.entry.insertedAt ?? captured);
    const expected = over(onSheet(RESULT, place), sheetOf(before));
    assertNear(colorDifference(sheetOf(after), expected), toleranceOf(session) + 1, 'saved colours');
    assertNear(alphaDifference(sheetOf(after), expected), 1, 'saved alpha');
  },
  /** In a document that is larger than any screen. */
  async large(session) {
    const { way, shapeAt = SHAPE } = session.entry;
    await session.tell('resize', LARGE.width, LARGE.height);
    const { x, y, width, height, documentWidth, documentHeight, image } = await session.capture();
    assert.deepEqual({ width: documentWidth, height: documentHeight }, LARGE);
    assert.deepEqual({ x, y, width, height }, { ...SHAPE, x: shapeAt.x, y: shapeAt.y });
    assertNear(colorDifference(await decodePicture(image), pictureOf(shapePixel)), toleranceOf(session), 'captured colours');
    if (way === 'clipboard' || way === 'download') return checkHandOver(session);
    await checkInsertion(session);
  },
  /** The new layer lies on those below as the captured one does. */
  async blend(session) {
    await session.tell('blendCurrent', 'multiply');
    const before = await session.layers();
    await session.insertResult(await session.capture());
    await session.changedLayers(before);
    const blends = await session.page.evaluate(() => window.editorUnderTest.blends?.());
    assert.equal(blends?.[RESULT_NAME], 'multiply');
  },
  /** What is current then is captured as it lies there, the new layer or what it floats above. */
  async rounds(session) {
    const before = await session.layers();
    const { hasLayers, undoSteps } = session.entry;
    await session.insertResult(await session.capture());
    const between = await session.changedLayers(before);
    const second = await session.capture();
    const [captured, expected] = hasLayers
      ? [await decodePicture(second.image), second.layerName === session.entry.layerName ? pictureOf(shapePixel) : RESULT]
      : [await sheetOfCapture(second), sheetOf(between[0])];
    assertNear(colorDifference(captured, expected), toleranceOf(session) + 1, 'the second capture');
    await session.insertResult(second);
    const after = await session.changedLayers(between);
    if (hasLayers) assert.equal(after.length, before.length + 2, 'two layers more');
    for (let i = 0; i < 2 * undoSteps; i++) await session.tell('undo');
    assert.deepEqual(fingerprints(await session.layers()), fingerprints(before));
  },
};

const LARGE = { width: 5000, height: 1600 };

async function checkInsertion(session: Session): Promise<void> {
  const before = await session.layers();
  const captured = await session.capture();
  assert.equal((await session.insertResult(captured)).way, session.entry.way);
  const after = await session.changedLayers(before);
  if (session.entry.hasLayers) assertNewLayer(session, before, after, captured);
  else assertDrawnOver(session, before[0], after[0], session.entry.insertedAt ?? captured);
}

async function sheetOfCapture({ image, x, y }: { image: Blob; x: number; y: number }): Promise<Picture> {
  return onSheet(await decodePicture(image), { x, y });
}

/** What is captured and where the result lies is the same at any zoom, and scrolled. */
async function checkAtZoom(session: Session, factor: number): Promise<void> {
  await session.reopen();
  await session.tell('zoom', factor);
  await checks.capture(session);
  await checks.offset(session);
  await checks.insert(session);
  await checks.undo(session);
}

/** The page takes nothing: the user gets the picture, and the document stays as it is. */
async function checkHandOver(session: Session): Promise<void> {
  const before = await session.layers();
  const captured = await session.capture();
  const insert = async () => {
    const insertion = await session.insertResult(captured);
    assert.equal(insertion.way, session.entry.way);
    return insertion;
  };
  if (session.entry.way === 'clipboard') await insert();
  const picture = session.entry.way === 'clipboard' ? await pictureOnClipboard(session) : await pictureDownloadedBy(session, insert);
  // Browsers write a picture for the clipboard anew.
  assertNear(colorDifference(picture, RESULT), toleranceOf(session), 'colours');
  assert.equal(alphaDifference(picture, RESULT), 0, 'alpha');
  assert.deepEqual(fingerprints(await session.layers()), fingerprints(before));
}

export function assertNewLayer(session: Session, before: LayerPixels[], after: LayerPixels[], place: { x: number; y: number }): void {
  assert.equal(after.length, before.length + 1, 'one layer more');
  const [old, now] = [fingerprints(before), fingerprints(after)];
  const index = now.findIndex((fingerprint, i) => fingerprint !== old[i]);
  const added = after[index];
  assert.deepEqual(
    now.filter((_, i) => i !== index),
    old,
    'the other layers are as they were',
  );
  const shape = before.findIndex(({ name }) => name === session.entry.layerName);
  if (shape >= 0) assert.equal(index, shape + 1, 'right above the captured layer');
  if (added.place) assert.deepEqual(roundPlace(added.place), { x: place.x, y: place.y });
  const expected = onSheet(RESULT, added.place ? { x: 0, y: 0 } : place);
  assertNear(colorDifference(sheetOf(added), expected), toleranceOf(session), 'inserted colours');
  assert.equal(alphaDifference(sheetOf(added), expected), 0, 'inserted alpha');
}

function assertDrawnOver(session: Session, before: LayerPixels, after: LayerPixels, place: { x: number; y: number }): void {
  const expected = over(onSheet(RESULT, place), sheetOf(before));
  // One rounding for the picture, one for the drawing.
  assertNear(colorDifference(sheetOf(after), expected), toleranceOf(session) + 1, 'colours after drawing');
  assertNear(alphaDifference(sheetOf(after), expected), 1, 'alpha after drawing');
}

function sheetOf({ pixels }: Pick<LayerPixels, 'pixels'>): Picture {
  return { ...DOCUMENT, rgba: pixels };
}

function roundPlace({ x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x: Math.round(x), y: Math.round(y) };
}

function toleranceOf({ entry }: Session): number {
  return entry.tolerance ?? 1;
}

function assertNear(difference: number, tolerance: number, what: string): void {
  assert.ok(difference <= tolerance, `${what} differ by up to ${difference.toFixed(2)} levels, more than ${tolerance}`);
}
