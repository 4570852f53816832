import type { Engine } from '../engine';
import type { WasmDevice } from './wasm-tensors';
import { WasmPositionOperations } from './wasm-position-operations';

/** All operations of the engine, in the memory and on the threads of a device. */
export class WasmEngine extends WasmPositionOperations implements Engine {
  readonly name = 'wasm';

  constructor(
    device: WasmDevice,
    readonly description: string,
  ) {
    super(device);
  }
}
