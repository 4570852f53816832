import type { Engine, LossOperations, NetworkOperations, TensorOperations, VectorOperations } from './engine';
import type { PositionOperations } from './position-operations';

/** The groups of operations that an engine is made of, each an object of its own. */
interface EngineParts {
  tensors: TensorOperations;
  vectors: VectorOperations;
  losses: LossOperations;
  network: NetworkOperations;
  positions: PositionOperations;
}

/** One engine out of its groups of operations; what they need of each other they were given when they were made. */
export function assembleEngine(identity: Pick<Engine, 'name' | 'description'>, parts: EngineParts): Engine {
  const { tensors, vectors, losses, network, positions } = parts;
  return {
    ...identity,
    ...methodsOf(tensors),
    ...methodsOf(vectors),
    ...methodsOf(losses),
    ...methodsOf(network),
    ...methodsOf(positions),
  };
}

/** The methods of an instance's class, bound to it. */
function methodsOf<Part extends object>(part: Part): Part {
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(part)).filter((name) => name !== 'constructor');
  const bound = names.map((name) => [name, (part[name as keyof Part] as () => unknown).bind(part)]);
  return Object.fromEntries(bound) as Part;
}
