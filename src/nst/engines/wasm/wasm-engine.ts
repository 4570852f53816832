import type { Engine } from '../engine';
import type { WasmDevice } from './wasm-tensors';
import { WasmNetworkOperations } from './wasm-network-operations';

/** All operations of the engine, in the memory and on the threads of a device. */
export class WasmEngine extends WasmNetworkOperations implements Engine {
  readonly name = 'wasm';

  constructor(
    device: WasmDevice,
    readonly description: string,
  ) {
    super(device);
  }
}
