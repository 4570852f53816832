import { assembleEngine } from '../assemble-engine';
import type { Engine } from '../engine';
import { WasmLossOperations } from './wasm-loss-operations';
import { WasmNetworkOperations } from './wasm-network-operations';
import { WasmPositionOperations } from './wasm-position-operations';
import { WasmTensors, type WasmDevice } from './wasm-tensors';
import { WasmVectorOperations } from './wasm-vector-operations';

/** All operations of the engine, in the memory and on the threads of a device. */
export function wasmEngineOn(device: WasmDevice, description: string): Engine {
  const tensors = new WasmTensors(device);
  return assembleEngine(
    { name: 'wasm', description },
    {
      tensors,
      vectors: new WasmVectorOperations(tensors),
      losses: new WasmLossOperations(tensors),
      network: new WasmNetworkOperations(tensors),
      positions: new WasmPositionOperations(tensors),
    },
  );
}
