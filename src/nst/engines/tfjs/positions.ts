import * as tf from '@tensorflow/tfjs';

/** Queries and candidates that are multiplied at once: bounds the products that exist together. */
const BLOCK = 2048;
/** Vectors shorter than this have no direction. */
const SHORTEST = 1e-18;

/** [n, c] → Σ along each row, [n, 1]. */
function sumOfRows(values: tf.Tensor): tf.Tensor {
  return tf.sum(values, -1, true);
}

/** 1 / ‖a‖ at every position, 0 where a is 0. */
export function inverseLengths(a: tf.Tensor): tf.Tensor {
  const lengths = tf.sqrt(sumOfRows(tf.square(a)));
  const some = tf.greater(lengths, SHORTEST);
  return tf.where(some, tf.reciprocal(tf.where(some, lengths, tf.onesLike(lengths))), tf.zerosLike(lengths));
}

/** 1 − ⟨a / ‖a‖, b⟩ at every position, [h, w, 1]. */
export function cosineDistances(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  return tf.sub(1, tf.mul(sumOfRows(tf.mul(a, b)), inverseLengths(a)));
}

/** (⟨â, b⟩ · â − b) / ‖a‖ */
export function cosineGradient(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const inverse = inverseLengths(a);
  const unit = tf.mul(a, inverse);
  return tf.mul(tf.sub(tf.mul(sumOfRows(tf.mul(unit, b)), unit), b), inverse);
}

/** Rows [n, c] and [m, c] → for every one of the n the first of the m with the largest dot product, [n]. */
export function nearestRows(queries: tf.Tensor2D, candidates: tf.Tensor2D): tf.Tensor1D {
  return tf.concat(blocksOf(queries).map((block) => nearestOfBlock(block, candidates)));
}

function nearestOfBlock(queries: tf.Tensor2D, candidates: tf.Tensor2D): tf.Tensor1D {
  let best: { products: tf.Tensor1D; indices: tf.Tensor1D } | null = null;
  blocksOf(candidates).forEach((block, turn) => {
    const previous = best;
    best = tf.tidy(() => {
      const all = tf.matMul(queries, block, false, true);
      const products = tf.max(all, 1) as tf.Tensor1D;
      const indices = tf.add(tf.cast(tf.argMax(all, 1), 'float32'), turn * BLOCK) as tf.Tensor1D;
      if (!previous) return { products, indices };
      const larger = tf.greater(products, previous.products);
      return { products: tf.where(larger, products, previous.products), indices: tf.where(larger, indices, previous.indices) };
    });
    if (previous) tf.dispose(previous);
  });
  return best!.indices;
}

function blocksOf(rows: tf.Tensor2D): tf.Tensor2D[] {
  const [count, channels] = rows.shape;
  return Array.from({ length: Math.ceil(count / BLOCK) }, (_, i) =>
    tf.slice(rows, [i * BLOCK, 0], [Math.min(BLOCK, count - i * BLOCK), channels]),
  );
}

/** Rows [n, c] at indices [m] → [m, c]; zeros where an index is below 0. */
export function gatherRows(rows: tf.Tensor2D, indices: tf.Tensor1D): tf.Tensor2D {
  const there = tf.cast(tf.greaterEqual(indices, 0), 'float32');
  return tf.mul(tf.gather(rows, tf.cast(tf.maximum(indices, 0), 'int32')), there.expandDims(1));
}

/** Doubles one axis to `length`: every output takes ¾ of the input that holds it and ¼ of the next on its own side. */
export function upsampleAxis(values: tf.Tensor3D, axis: 0 | 1, length: number): tf.Tensor3D {
  const { near, far } = sourcesOf(values.shape[axis], length);
  return tf.add(tf.mul(tf.gather(values, near, axis), 0.75), tf.mul(tf.gather(values, far, axis), 0.25));
}

/** The adjoint of `upsampleAxis`. */
export function upsampleAxisGradient(gradient: tf.Tensor3D, axis: 0 | 1): tf.Tensor3D {
  const length = gradient.shape[axis];
  const inputLength = Math.floor(length / 2);
  const { near, far } = sourcesOf(inputLength, length);
  const shares = new Float32Array(inputLength * length);
  for (let i = 0; i < length; i++) {
    shares[near[i] * length + i] += 0.75;
    shares[far[i] * length + i] += 0.25;
  }
  const matrix = tf.tensor2d(shares, [inputLength, length]);
  return axis === 0 ? applyToRows(matrix, gradient) : swapAxes(applyToRows(matrix, swapAxes(gradient)));
}

function applyToRows(matrix: tf.Tensor2D, values: tf.Tensor3D): tf.Tensor3D {
  const [height, width, channels] = values.shape;
  return tf.matMul(matrix, values.reshape([height, width * channels]) as tf.Tensor2D).reshape([matrix.shape[0], width, channels]);
}

function swapAxes(values: tf.Tensor3D): tf.Tensor3D {
  return tf.transpose(values, [1, 0, 2]);
}

function sourcesOf(inputLength: number, length: number): { near: number[]; far: number[] } {
  const inside = (index: number): number => Math.min(inputLength - 1, Math.max(0, index));
  const positions = Array.from({ length }, (_, i) => i);
  return {
    near: positions.map((i) => inside(i >> 1)),
    far: positions.map((i) => inside((i >> 1) + (i % 2 === 1 ? 1 : -1))),
  };
}
