import { ADAM } from '../../engine';
import { elementwise, type Kernel, kernelFamily } from '../kernel';

const factorOf = (onDevice: boolean): { parameters: string[]; buffers: string[]; value: string } =>
  onDevice
    ? { parameters: [], buffers: ['factor: array<f32>'], value: 'factor[0]' }
    : { parameters: ['factor: f32'], buffers: [], value: 'parameters.factor' };

export const scaleKernel = kernelFamily((onDevice: boolean): Kernel => {
  const { parameters, buffers, value } = factorOf(onDevice);
  return elementwise({
    name: `scale-${onDevice}`,
    parameters,
    buffers: ['mut a: array<f32>', ...buffers],
    body: `  a[i] = a[i] * ${value};`,
  });
});

export const addScaledKernel = kernelFamily((onDevice: boolean, masked: boolean): Kernel => {
  const { parameters, buffers, value } = factorOf(onDevice);
  return elementwise({
    name: `add-scaled-${onDevice}-${masked}`,
    parameters,
    buffers: ['mut a: array<f32>', 'x: array<f32>', ...buffers, ...(masked ? ['mask: array<f32>'] : [])],
    body: `  a[i] = a[i] + ${value} * x[i]${masked ? ' * mask[i]' : ''};`,
  });
});

export const MULTIPLY = elementwise({
  name: 'multiply',
  parameters: [],
  buffers: ['a: array<f32>', 'b: array<f32>', 'mut result: array<f32>'],
  body: '  result[i] = a[i] * b[i];',
});

export const CLAMPED_STEP = elementwise({
  name: 'clamped-step',
  parameters: ['step: f32', 'low: f32', 'high: f32'],
  buffers: ['x: array<f32>', 'direction: array<f32>', 'mut result: array<f32>'],
  body: '  result[i] = min(max(x[i] + parameters.step * direction[i], parameters.low), parameters.high);',
});

export const FREE_MASK = elementwise({
  name: 'free-mask',
  parameters: ['low: f32', 'high: f32'],
  buffers: ['x: array<f32>', 'gradient: array<f32>', 'mut result: array<f32>'],
  body: `  let stuck = (x[i] <= parameters.low && gradient[i] > 0.0) || (x[i] >= parameters.high && gradient[i] < 0.0);
  result[i] = select(1.0, 0.0, stuck);`,
});

/** Kingma & Ba 2015, algorithm 1; corrections are 1 / (1 − βᵗ). */
export const ADAM_STEP = elementwise({
  name: 'adam-step',
  parameters: ['meanCorrection: f32', 'squareCorrection: f32', 'rate: f32'],
  buffers: ['mut x: array<f32>', 'gradient: array<f32>', 'mut m: array<f32>', 'mut v: array<f32>'],
  body: `  let mean = f32(${ADAM.beta1}) * m[i] + f32(${1 - ADAM.beta1}) * gradient[i];
  let square = f32(${ADAM.beta2}) * v[i] + f32(${1 - ADAM.beta2}) * gradient[i] * gradient[i];
  let step = parameters.rate * mean * parameters.meanCorrection / (sqrt(square * parameters.squareCorrection) + f32(${ADAM.epsilon}));
  m[i] = mean;
  v[i] = square;
  x[i] = min(max(x[i] - step, 0.0), 255.0);`,
});

export const SUBTRACT_SCALARS = elementwise({
  name: 'subtract-scalars',
  parameters: [],
  buffers: ['a: array<f32>', 'b: array<f32>', 'mut result: array<f32>'],
  body: '  result[0] = a[0] - b[0];',
});

export const divideScalarsKernel = kernelFamily((withThreshold: boolean): Kernel =>
  elementwise({
    name: `divide-scalars-${withThreshold}`,
    parameters: [],
    buffers: ['a: array<f32>', 'b: array<f32>', ...(withThreshold ? ['threshold: array<f32>'] : []), 'mut result: array<f32>'],
    body: `  if (b[0] > ${withThreshold ? 'threshold[0]' : '0.0'}) { result[0] = a[0] / b[0]; } else { result[0] = 0.0; }`,
  }),
);
