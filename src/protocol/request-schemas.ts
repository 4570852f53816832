/** The shape of every call's request: whoever answers checks it first, since pages and older versions may have written it. */
import * as v from 'valibot';
import { asAWhole, RUN_SETTINGS, SETTINGS } from '../nst/settings';
import { schemaOf } from '../nst/schema/settings-table';
import { FINDABLE } from '../nst/masks/findable';
import { REBUILT_FROM } from '../nst/explorer/explored';
import type { MaskRequest } from './found-masks';
import type { CallName, Context, RequestOf } from './calls';
import type { CapturedLayer, CaptureRequest, InsertRequest, JobEnd, PageDocument } from './layer';
import type { LayerRequest, RebuildRequest } from './explorer';
import type { JobRequest } from './job';
import type { PictureRead, RefineOrder, TakenPicture } from './overlay-calls';
import type { PreviewRequest, RecentStyle, StyleSource } from './previews';

type Schema<Value> = v.GenericSchema<unknown, Value>;

const text = v.string();
const finite = v.pipe(v.number(), v.finite());
const side = v.pipe(finite, v.minValue(1));
const weight = v.pipe(finite, v.minValue(0));
const fraction = v.pipe(finite, v.minValue(0), v.maxValue(1));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A key of the extension's own database. */
const image = v.pipe(text, v.nonEmpty());
/** An own network's id. */
const network = v.optional(v.nullable(v.pipe(text, v.nonEmpty())));
const rectangle = v.object({ x: finite, y: finite, width: finite, height: finite });

const pageDocument: Schema<PageDocument> = v.object({ origin: text, id: v.nullable(text) });

const layer: Schema<CapturedLayer> = v.object({
  tabId: index,
  document: pageDocument,
  editor: text,
  editorTitle: text,
  layerId: text,
  layerName: text,
  image,
  width: side,
  height: side,
  x: finite,
  y: finite,
  documentWidth: finite,
  documentHeight: finite,
  selection: v.nullable(rectangle),
  selectionMask: v.nullable(image),
});

const capture: Schema<CaptureRequest> = v.object({
  tabId: index,
  wanted: v.optional(v.object({ document: pageDocument, layerId: text, layerName: text })),
});

const insertion: Schema<InsertRequest> = v.object({
  tabId: index,
  document: pageDocument,
  image,
  name: text,
  x: finite,
  y: finite,
  width: side,
  height: side,
  above: v.nullable(text),
});

/** Strict, so that a part which has no check here is refused, and never lost in silence. */
const job: Schema<JobRequest> = v.strictObject({
  content: image,
  styles: v.pipe(
    v.array(v.object({ image, name: text, weight, mask: v.nullable(image) })),
    v.nonEmpty(),
    v.check((styles) => styles.some(({ weight }) => weight > 0)),
  ),
  mask: v.nullable(image),
  keepMask: v.optional(v.nullable(image)),
  start: v.optional(v.nullable(image)),
  size: RUN_SETTINGS.size.schema,
  engine: RUN_SETTINGS.engine.schema,
  settings: asAWhole(schemaOf(SETTINGS)),
  network,
  layer: v.nullable(layer),
  insertWhenFinished: v.optional(v.boolean()),
  keepInputs: v.optional(v.boolean()),
  deep: v.optional(v.boolean()),
});

/** A file's bare name: no path leads out of the folder of styles. */
const file = v.pipe(text, v.regex(/^[\w-]+(\.[\w-]+)+$/));

const pictureSource = v.variant('kind', [
  v.object({ kind: v.literal('built-in'), file }),
  v.object({ kind: v.literal('own'), id: text }),
  v.object({ kind: v.literal('picture'), image }),
]);

const source: Schema<StyleSource> = v.variant('kind', [...pictureSource.options, v.object({ kind: v.literal('learned'), index })]);

const style: Schema<RecentStyle> = v.object({ name: text, source });

const previewSize = v.pipe(finite, v.minValue(1), v.maxValue(1024));
/** As large as a page shows pictures; the panel goes further. */
const refinedSize = v.pipe(finite, v.minValue(1), v.maxValue(2048));

const preview: Schema<PreviewRequest> = v.object({
  id: text,
  content: image,
  styles: v.pipe(
    v.array(v.object({ source, weight, mask: v.nullish(image) })),
    v.nonEmpty(),
    v.check((styles) => styles.some(({ weight }) => weight > 0)),
  ),
  strength: fraction,
  mask: v.nullable(image),
  keepMask: v.nullish(image),
  size: previewSize,
  keepColors: SETTINGS.keepColors.schema,
  priority: v.picklist(['chosen', 'gallery']),
  optimized: v.nullable(asAWhole(schemaOf(SETTINGS))),
  network,
  keep: v.boolean(),
});

const pictureRead: Schema<PictureRead> = v.object({
  name: text,
  png: v.nullable(text),
  address: v.nullable(text),
  visible: v.nullable(rectangle),
  windowWidth: side,
});

const takenPicture: Schema<TakenPicture> = v.object({
  image,
  width: side,
  height: side,
  from: v.picklist(['page', 'address', 'screen']),
  address: v.nullable(text),
});

const refineOrder: Schema<RefineOrder> = v.object({ image, style, size: refinedSize, from: v.nullable(text) });

const id = v.object({ id: text });
const moment = v.object({ id: text, evaluation: index });
const jobEnd: Schema<JobEnd> = v.object({ id: text, failed: v.boolean(), tabId: v.nullable(index), insertion: v.nullable(insertion) });
const maskRequest: Schema<MaskRequest> = v.object({ image, what: v.picklist(FINDABLE) });
const layerOfNetwork = { id: text, source: pictureSource, layer: v.picklist(Object.keys(SETTINGS.contentLayers.names)), network };
const layerRequest: Schema<LayerRequest> = v.object(layerOfNetwork);
const rebuildRequest: Schema<RebuildRequest> = v.object({ ...layerOfNetwork, from: v.picklist(REBUILT_FROM) });
const ids = v.object({ ids: v.array(text) });

/** What the offscreen document answers, and the service worker passes on. */
const work = {
  measureEngines: v.null(),
  readHistory: v.null(),
  startJob: job,
  forecastJob: job,
  cancelJob: id,
  pauseJob: id,
  stopJob: id,
  resumeJob: id,
  moveJobUp: id,
  pinJob: v.object({ id: text, pinned: v.boolean() }),
  deleteJob: id,
  undeleteJob: id,
  currentJob: v.null(),
  job: id,
  tellMoments: id,
  keepMoment: moment,
  dropMoment: moment,
  jobs: v.null(),
  preview,
  cancelPreviews: ids,
  findMask: maskRequest,
  exploreLayer: layerRequest,
  rebuildLayer: rebuildRequest,
  cancelExploring: id,
};

/** A call without a schema is a type error. */
export const REQUEST_SCHEMAS: { [C in Context]: { [N in CallName<C>]: Schema<RequestOf<C, N>> } } = {
  background: { ...work, captureLayer: capture, editorLayers: v.object({ tabId: index }), insertLayer: insertion, jobEnded: jobEnd },
  offscreen: work,
  page: {
    takePicture: pictureRead,
    deliver: v.object({ task: v.picklist(['content', 'style']), picture: takenPicture, name: text, style: v.nullable(style) }),
    original: v.object({ image }),
    preview: v.object({ image, style, size: previewSize }),
    forecast: refineOrder,
    refine: refineOrder,
    refinement: id,
    orderRefinement: v.object({ id: text, command: v.picklist(['pause', 'resume', 'stop', 'cancel']) }),
    openHistory: id,
    openPanel: v.null(),
    allowHost: v.object({ address: text }),
  },
};
