import type { JobRequest, JobState } from './job';

/** What a picture that is painted already takes to follow the style at another size, or more closely at its own. */
const EVALUATIONS = 30;
const FACTOR = 2;

/** A run that begins with the result. Longest side of the new G in pixels. */
export function continuing({ request, result }: Pick<JobState, 'request' | 'result'>, size: number): JobRequest {
  const scales = [{ scale: 1, evaluations: EVALUATIONS }];
  return { ...request, start: result!.image, size, settings: { ...request.settings, scales } };
}

/** The next larger longest side of what was painted, or null where the content has no more pixels. */
export function nextSize(painted: Size, content: Size): number | null {
  const [now, most] = [Math.max(painted.width, painted.height), Math.max(content.width, content.height)];
  return now < most ? Math.min(FACTOR * now, most) : null;
}

interface Size {
  width: number;
  height: number;
}
