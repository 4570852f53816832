import type { Engine } from '../../../src/nst/engines/engine';
import { layerGeometries } from '../../../src/nst/geometry';
import type { FloatImage } from '../../../src/nst/images/resample';
import type { Model } from '../../../src/nst/model/model';
import { Network } from '../../../src/nst/network';
import { Objective } from '../../../src/nst/objective';
import type { Coverage } from '../../../src/nst/position-weights';
import type { LossParts } from '../../../src/nst/report';
import type { StyleTransferSettings } from '../../../src/nst/settings';
import { wholeImage, type Tile } from '../../../src/nst/tiles';

export interface EvaluationInputs {
  model: Model;
  content: FloatImage;
  style: FloatImage;
  settings: StyleTransferSettings;
  /** Instead of `style`. */
  styles?: readonly { image: FloatImage; weight: number; coverage: Coverage | null; region: Coverage | null }[];
  /** Of each style. */
  styleTiles?: readonly (readonly Tile[])[];
  tiles?: readonly Tile[];
  coverage?: Coverage | null;
  kept?: Coverage | null;
  previous?: FloatImage | null;
}

/** J(G) and ∂J/∂G once, for each of several G. */
export async function evaluateEach(engine: Engine, inputs: EvaluationInputs, generated: readonly FloatImage[]) {
  const { model, content, style, settings } = inputs;
  const network = Network.prepare(engine, model, model.layers.at(-1)!.name, settings);
  const upload = ({ width, height, data }: FloatImage) => engine.upload(data, [height, width, 3]);
  const c = upload(content);
  const styles = (inputs.styles ?? [{ image: style, weight: 1, coverage: null, region: null }]).map(({ image, ...rest }, i) => ({
    ...rest,
    image: upload(image),
    tiles: inputs.styleTiles?.[i] ?? [wholeImage(image.width, image.height)],
  }));
  const previous = inputs.previous ? upload(inputs.previous) : null;
  const objective = await Objective.create(
    engine,
    network,
    layerGeometries(model),
    {
      content: c,
      coverage: inputs.coverage ?? null,
      kept: inputs.kept ?? null,
      styles,
      previous,
      tiles: inputs.tiles ?? [wholeImage(content.width, content.height)],
    },
    settings,
  );
  const results: { parts: LossParts; gradient: Float32Array }[] = [];
  for (const image of generated) {
    const g = upload(image);
    const pending = objective.evaluate(g);
    const { parts } = await pending.read();
    results.push({ parts, gradient: await engine.read(pending.gradient) });
    engine.dispose(pending.gradient, g);
  }
  engine.dispose(c, ...styles.map(({ image }) => image), ...(previous ? [previous] : []));
  objective.dispose();
  network.dispose();
  return results;
}

/** ‖a − b‖ / ‖b‖ */
export function relativeDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = 0;
  let size = 0;
  for (let i = 0; i < b.length; i++) {
    difference += (a[i] - b[i]) ** 2;
    size += b[i] ** 2;
  }
  return Math.sqrt(difference / size);
}

export function mirrored({ width, height, channels, data }: FloatImage): FloatImage {
  const result = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < channels; c++) result[(y * width + x) * channels + c] = data[(y * width + width - 1 - x) * channels + c];
    }
  }
  return { width, height, channels, data: result };
}
