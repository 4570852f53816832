/** What a page answers is a guest's word: its script may be anybody's. Every answer has a shape and limits before it is used. */
import * as v from 'valibot';
import type { FoundEditor, InsertWay } from './editor-adapter';
import { EditorError } from './editor-error';
import { SENTENCE_KEYS } from './sentences';
import { UNDO_HINT_KEYS } from './undo-hints';
import type { PageAnswer, PageCallName, PageCalls } from './page/page-calls';

/** Beyond these a picture is refused when it is decoded, too. */
const MOST_SIDE = 16_384;
const MOST_BASE64 = 400 * 2 ** 20;
const LONGEST_NAME = 200;
const LONGEST_QUOTATION = 200;
const MOST_LAYERS = 10_000;

/** Line ends and other controls, and those that turn the direction of what follows. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** One line of the page's text, cut to what a person reads. */
const textUpTo = (length: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, length).replace(UNPRINTABLE, ' ')),
  );
const name = textUpTo(LONGEST_NAME);
const key = v.pipe(v.string(), v.maxLength(1000));
const side = v.pipe(v.number(), v.minValue(1), v.maxValue(MOST_SIDE));
const place = v.pipe(v.number(), v.finite());
const extent = v.pipe(v.number(), v.finite(), v.minValue(0));
const picture = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MOST_BASE64));
const rectangle = v.object({ x: place, y: place, width: extent, height: extent });

const description: v.GenericSchema<unknown, FoundEditor> = v.object({
  editor: name,
  title: name,
  documentName: name,
  width: extent,
  height: extent,
  layers: v.pipe(v.array(v.object({ id: key, name, visible: v.boolean() })), v.maxLength(MOST_LAYERS)),
  activeLayer: v.nullable(key),
  choosable: v.boolean(),
});

type Answers = { [Name in PageCallName]: Awaited<ReturnType<PageCalls[Name]>> };

const SCHEMAS: { [Name in PageCallName]: v.GenericSchema<unknown, Answers[Name]> } = {
  describe: v.nullable(description),
  capture: v.object({
    editor: name,
    title: name,
    layerId: key,
    layerName: name,
    x: place,
    y: place,
    width: side,
    height: side,
    documentName: name,
    documentWidth: extent,
    documentHeight: extent,
    selection: v.nullable(rectangle),
    selectionMask: v.nullable(picture),
    png: v.nullable(picture),
  }),
  insert: v.object({
    editor: name,
    title: name,
    way: v.picklist(['layer', 'paste', 'drop', 'clipboard', 'download'] satisfies InsertWay[]),
    undo: v.picklist(UNDO_HINT_KEYS),
  }),
};

const answerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), sentence: v.picklist(SENTENCE_KEYS), words: textUpTo(LONGEST_QUOTATION) }),
]);

/** What the call is answered with. @throws EditorError */
export function answerTo<Name extends PageCallName>(call: Name, answer: PageAnswer | null | undefined): Answers[Name] {
  if (!answer) throw new EditorError('pageClosed');
  const outer = v.safeParse(answerSchema, answer);
  if (outer.success && !outer.output.ok) throw new EditorError(outer.output.sentence, outer.output.words);
  const inner = v.safeParse(SCHEMAS[call], outer.success && outer.output.ok ? outer.output.value : undefined);
  if (!inner.success) throw notUnderstood();
  return inner.output as Answers[Name];
}

export function notUnderstood(): EditorError {
  return new EditorError('notUnderstood');
}
