import * as v from 'valibot';
import { ENGINE_NAMES } from './engines/engine';
import { RUN_SETTINGS, writtenSettingsSchema, type StyleTransferSettings } from './settings';

const hash = v.optional(v.nullable(v.string()), null);

/** SHA-256, in hexadecimal, of each picture's decoded 8-bit RGBA pixels: the same picture in another file format is the same. */
const pictureHashesSchema = v.object({
  content: v.string(),
  styles: v.array(v.object({ image: v.string(), mask: hash })),
  mask: hash,
  /** Of the map of where shapes are kept. */
  keepMask: hash,
  /** Of the picture that the run began with; null: it began as `settings.init` says. */
  start: hash,
});

const STYLE_WEIGHT = 'weights of styles from 0 to 1000000, at least one above 0';

/** How much each style of a run counts, relative to the others. */
const styleWeightsSchema = v.pipe(
  v.array(v.pipe(v.number(STYLE_WEIGHT), v.minValue(0, STYLE_WEIGHT), v.maxValue(1e6, STYLE_WEIGHT)), STYLE_WEIGHT),
  v.check((weights) => weights.some((weight) => weight > 0), STYLE_WEIGHT),
);

/** What repeats a run, given the pictures. Depends on nothing else, so that equal runs write equal files. */
export const recipeSchema = v.object({
  version: v.string(),
  model: v.string(),
  /** SHA-256 of the weights of a network that somebody brought; those that ship are known by `model`. */
  modelHash: v.optional(v.string()),
  /** The engine that finished the run. */
  backend: v.picklist(ENGINE_NAMES, `one of ${ENGINE_NAMES.join(', ')}`),
  /** Longest side of G; null: the content's own. */
  size: RUN_SETTINGS.size.schema,
  settings: writtenSettingsSchema as v.GenericSchema<unknown, StyleTransferSettings>,
  /** In the order of `pictures.styles`. */
  styleWeights: styleWeightsSchema,
  pictures: pictureHashesSchema,
});

export type PictureHashes = v.InferOutput<typeof pictureHashesSchema>;
export type Recipe = v.InferOutput<typeof recipeSchema>;
