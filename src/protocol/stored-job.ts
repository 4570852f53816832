/** What comes back from the database may be of an older version, or damaged: it is a job again, or says that it can't be. */
import * as v from 'valibot';
import { writtenSettingsSchema } from '../nst/settings';
import { JOB_STATUSES } from './job-life';
import { newJob, type JobRequest, type JobState } from './job';

const finite = v.pipe(v.number(), v.finite());
const image = v.pipe(v.string(), v.nonEmpty());
const optionalImage = v.nullable(image);
const failure = v.object({ code: v.string(), message: v.string() });
const sized = { image, width: finite, height: finite };

/** As far as anybody looks into it; reports of older versions have other parts. */
const storedJob = v.looseObject({
  id: v.pipe(v.string(), v.nonEmpty()),
  status: v.picklist(JOB_STATUSES),
  activity: v.string(),
  request: v.looseObject({
    content: image,
    styles: v.pipe(v.array(v.object({ image, name: v.string(), weight: finite, mask: optionalImage })), v.nonEmpty()),
    mask: optionalImage,
    keepMask: v.optional(optionalImage),
    start: v.optional(optionalImage),
    size: v.nullable(finite),
    engine: v.string(),
    settings: writtenSettingsSchema,
    layer: v.nullable(v.looseObject({ tabId: finite, image, width: finite, height: finite, selectionMask: optionalImage })),
  }),
  progress: v.nullable(v.looseObject({ evaluation: finite, evaluations: finite, width: finite, height: finite })),
  result: v.nullable(
    v.looseObject({
      ...sized,
      report: v.looseObject({ evaluations: v.array(v.unknown()) }),
      inputs: v.nullable(v.object({ content: image, styles: v.array(image) })),
      stopped: v.boolean(),
    }),
  ),
  kept: v.nullable(v.object({ ...sized, evaluation: finite })),
  moments: v.optional(v.array(v.object({ ...sized, evaluation: finite, fractionDone: finite })), []),
  failure: v.nullable(failure),
  insertion: v.nullable(v.looseObject({ failure: v.nullable(failure) })),
  notes: v.array(v.string()),
  createdAt: finite,
  endedAt: v.nullable(finite),
  thumbnail: optionalImage,
  pinned: v.boolean(),
});

const DAMAGED = { code: 'damaged', message: 'This entry of the history is damaged and can’t be shown; delete it.' };

/** Null where there is not even a key by which it could be deleted. */
export function readableJob(stored: unknown): JobState | null {
  const { success, output } = v.safeParse(storedJob, stored);
  if (success) return output as unknown as JobState;
  const key = v.safeParse(v.object({ id: v.pipe(v.string(), v.nonEmpty()) }), stored);
  return key.success ? { ...newJob(key.output.id, NOTHING), status: 'failed', failure: DAMAGED, createdAt: 0, endedAt: 0 } : null;
}

const NOTHING: JobRequest = {
  content: 'damaged',
  styles: [{ image: 'damaged', name: 'Damaged entry', weight: 1, mask: null }],
  mask: null,
  size: null,
  engine: 'auto',
  settings: v.parse(writtenSettingsSchema, {}),
  layer: null,
};
