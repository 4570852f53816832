import type { DeepImage, RgbaImage } from '../images/image';
import type { EvaluationRow, Forecast, LossParts } from '../report';
import type { Checkpoint, CheckpointStore } from './checkpoint';

export interface StylizeProgress {
  row: EvaluationRow;
  /** Counts from 1. */
  scaleIndex: number;
  scaleCount: number;
  /** Evaluations planned over all scales. */
  evaluations: number;
  /** G's size at this scale. */
  width: number;
  height: number;
  /** Work done of what was done and is still planned, 0…1, in seconds as they are known by now. */
  fractionDone: number;
  /** Of the rest of the run, if no scale stops early. */
  remainingSeconds: number;
}

export interface StylizeOptions {
  /** Ends the run between two evaluations; it rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Asked between two evaluations: whether to end here, with the best G so far as the result. */
  isStopped?: () => boolean;
  /** Goes on from there instead of from the starting image. */
  resume?: Checkpoint | null;
  /** Called with every picture that is read from the device: enough to go on with another engine. */
  onCheckpoint?: (checkpoint: Checkpoint) => void;
  /** Keeps all that a run needs to go on to the same picture after it was ended. */
  checkpoints?: CheckpointStore;
  /** Saves the small evaluations that tell how long the run will take; the forecast then says 0 seconds. */
  withoutForecast?: boolean;
  /** Called once, before the first evaluation. */
  onForecast?: (forecast: Forecast) => void;
  onProgress?: (progress: StylizeProgress) => void;
  /** Called before an evaluation's picture is read from the device; false saves the time. */
  wantsPicture?: () => boolean;
  onPicture?: (picture: RgbaImage) => void;
}

export interface StylizeResult {
  /** G with the source's alpha, in the source's colours if those are kept. */
  image: RgbaImage;
  /** The same in 16 bits a channel, made when it is asked for. */
  deep(): DeepImage;
  evaluations: EvaluationRow[];
  /** J of the 8-bit picture at G's last size. */
  displayed: LossParts;
  /** The content and styles at the final size as the network saw them: in 8 bits, or in 16 where the files have them. */
  inputs: { content: RgbaImage; styles: RgbaImage[] };
  /** Parts that G was cut into at its last size. */
  tiles: number;
  forecast: Forecast;
  /** What reading and composing G took while it was made. */
  livePictureSeconds: number;
  /** Whether it ended before its last evaluation because it was told to. */
  stopped: boolean;
  /** For people: what happened on the way that is worth knowing. */
  notes: string[];
}
