import type { HeadlessRequest, HeadlessResult } from '../../src/headless';
import type { PictureHashes } from '../../src/nst/recipe';
import type { JobProgress } from '../../src/protocol/job';

/** Where the command line's pictures are made: in the built extension, or in this process on a graphics card. */
export interface Painter {
  /** Throws UsageError with a sentence where the run fails. */
  stylize(request: HeadlessRequest, onProgress?: (progress: JobProgress) => void): Promise<HeadlessResult>;
  /** As they will stand in the recipe of this request's result. */
  hashPictures(request: HeadlessRequest): Promise<PictureHashes>;
  close(): Promise<void>;
}
