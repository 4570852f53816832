import type { Engine } from '../engine';
import type { WebglDevice } from './device';
import { WebglPositionOperations } from './webgl-position-operations';

/** All operations of the engine, on a graphics device. */
export class WebglEngine extends WebglPositionOperations implements Engine {
  readonly name = 'webgl';

  constructor(
    device: WebglDevice,
    readonly description: string,
  ) {
    super(device);
  }
}
