import type { Engine } from '../engines/engine';
import { layerGeometries } from '../geometry';
import type { PreparedImages } from '../images/prepare-images';
import type { FloatImage } from '../images/resample';
import type { Model } from '../model/model';
import type { Network } from '../network';
import { Objective } from '../objective';
import { imagesAtScale, objectiveInputs } from '../plan/objective-inputs';
import type { RunPlan } from '../plan/plan-run';
import type { StyleTransferSettings } from '../settings';

/** C and S with what J is made of: everything about a run but G. */
export class Problem {
  constructor(
    readonly engine: Engine,
    private readonly network: Network,
    readonly model: Model,
    readonly plan: RunPlan,
    readonly images: PreparedImages,
    readonly settings: StyleTransferSettings,
  ) {}

  /** C and S with their sides times `scale`. */
  imagesAt(scale: number): PreparedImages {
    return imagesAtScale(this.images, scale);
  }

  /** J of that size. `previous`: G of the scale before, at this one's size; null at the first one. */
  async objective(images: PreparedImages, scale: number, previous: FloatImage | null): Promise<Objective> {
    const inputs = objectiveInputs(this.engine, images, this.plan.tilesAt(scale), previous);
    const objective = await Objective.create(this.engine, this.network, layerGeometries(this.model), inputs, this.settings);
    this.engine.dispose(inputs.content, ...inputs.styles.map(({ image }) => image), ...(inputs.previous ? [inputs.previous] : []));
    return objective;
  }
}
