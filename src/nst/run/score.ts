import type { Engine } from '../engines/engine';
import type { RgbaImage } from '../images/image';
import { rgbOf } from '../images/rgb';
import type { Objective } from '../objective';
import type { LossParts } from '../report';

/** J of a picture as it is displayed, in 8 bits. */
export async function score(engine: Engine, objective: Objective, displayed: RgbaImage): Promise<LossParts> {
  const x = engine.upload(rgbOf(displayed).data, [displayed.height, displayed.width, 3]);
  const { gradient, read } = objective.evaluate(x);
  engine.dispose(gradient, x);
  return (await read()).parts;
}
