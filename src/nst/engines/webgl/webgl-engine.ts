import type { Engine } from '../engine';
import type { WebglDevice } from './device';
import { WebglNetworkOperations } from './webgl-network-operations';

/** All operations of the engine, on a graphics device. */
export class WebglEngine extends WebglNetworkOperations implements Engine {
  readonly name = 'webgl';

  constructor(
    device: WebglDevice,
    readonly description: string,
  ) {
    super(device);
  }
}
