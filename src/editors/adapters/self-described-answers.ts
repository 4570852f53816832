/** What a page tells of itself is a guest's word, and its author's first try: it is checked before it is used, and what is wrong is named. */
import * as v from 'valibot';
import type { BrushoverDocument, BrushoverPicture, BrushoverPixels } from '../convention';
import { EditorError } from '../editor-error';
import { isPixels } from '../page/given-pixels';

const MOST_SIDE = 16_384;
const MOST_LAYERS = 10_000;

const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_SIDE));
const place = v.pipe(v.number(), v.finite());
const key = v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000));
const pixels = v.custom<BrushoverPixels>(isPixels, 'Expected a Blob, ImageData, ImageBitmap or canvas');

const documentSchema: v.GenericSchema<unknown, BrushoverDocument | null> = v.nullable(
  v.object({
    name: v.string(),
    width: side,
    height: side,
    layers: v.pipe(
      v.array(v.object({ id: key, name: v.string(), visible: v.optional(v.boolean()), hasPixels: v.optional(v.boolean()) })),
      v.maxLength(MOST_LAYERS),
    ),
    activeLayer: v.nullable(key),
  }),
);

const pictureSchema: v.GenericSchema<unknown, BrushoverPicture> = v.object({
  image: pixels,
  x: v.optional(place),
  y: v.optional(place),
  alpha: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  selection: v.nullish(v.object({ x: place, y: place, width: place, height: place, mask: v.optional(pixels) })),
});

const insertedSchema = v.object({ id: key });

const SCHEMAS = { document: documentSchema, readLayer: pictureSchema, insertLayer: insertedSchema };
type Answers = { [Call in keyof typeof SCHEMAS]: v.InferOutput<(typeof SCHEMAS)[Call]> };

/** @throws EditorError */
export async function askEditor<Call extends keyof typeof SCHEMAS>(call: Call, ask: () => unknown): Promise<Answers[Call]> {
  const answer = await Promise.resolve()
    .then(ask)
    .catch((error: unknown) => {
      throw refusal(error);
    });
  const { success, output, issues } = v.safeParse(SCHEMAS[call] as v.GenericSchema<unknown, Answers[Call]>, answer);
  if (success) return output;
  const where = [call, v.getDotPath(issues[0])].filter(Boolean).join('.');
  throw new EditorError('wrongAnswer', `${where}: ${issues[0].message}`);
}

/** The editor's own sentence, which tells what to do. */
function refusal(error: unknown): EditorError {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.trim() ? new EditorError('editorSays', reason.trim()) : new EditorError('busyEditor');
}
