import { assembleEngine } from '../assemble-engine';
import type { Engine } from '../engine';
import type { WebglDevice } from './device';
import { WebglLossOperations } from './webgl-loss-operations';
import { WebglNetworkOperations } from './webgl-network-operations';
import { WebglPositionOperations } from './webgl-position-operations';
import { WebglTensors } from './webgl-tensors';
import { WebglVectorOperations } from './webgl-vector-operations';

/** All operations of the engine, on a graphics device. */
export function webglEngineOn(device: WebglDevice, description: string): Engine {
  const tensors = new WebglTensors(device);
  return assembleEngine(
    { name: 'webgl', description },
    {
      tensors,
      vectors: new WebglVectorOperations(tensors),
      losses: new WebglLossOperations(tensors),
      network: new WebglNetworkOperations(tensors),
      positions: new WebglPositionOperations(tensors),
    },
  );
}
