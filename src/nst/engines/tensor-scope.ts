import type { Engine, Tensor } from './engine';

/**
 * Runs `work` with an engine that remembers every tensor made through it, and disposes those that are left
 * when `work` ends or throws: an aborted run leaks nothing. `onLeftover` hears how many were left after success.
 */
export async function withTensorScope<T>(
  engine: Engine,
  work: (scoped: Engine) => Promise<T>,
  onLeftover: (count: number) => void = () => undefined,
): Promise<T> {
  const alive = new Set<Tensor>();
  try {
    const result = await work(remembering(engine, alive));
    onLeftover(alive.size);
    return result;
  } finally {
    disposeAll(engine, alive);
  }
}

function remembering(engine: Engine, alive: Set<Tensor>): Engine {
  return new Proxy(engine, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        if (property === 'dispose') for (const tensor of args) alive.delete(tensor as Tensor);
        const result: unknown = Reflect.apply(member, target, args);
        if (isTensor(result)) alive.add(result);
        return result;
      };
    },
  });
}

/** A lost device can't dispose; its memory is gone with it. */
function disposeAll(engine: Engine, alive: Set<Tensor>): void {
  try {
    engine.dispose(...alive);
  } catch {
    alive.clear();
  }
}

function isTensor(value: unknown): value is Tensor {
  return typeof value === 'object' && value !== null && 'shape' in value;
}
