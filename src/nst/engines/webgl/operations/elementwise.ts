import { ADAM } from '../../engine';
import type { ProgramSource } from '../programs';

/** Texel by texel: `inputs` are tensors of the target's shape, by whose names the expression calls their texels. */
function elementwise(inputs: readonly string[], expression: string, declarations = ''): ProgramSource {
  return {
    geometry: 'area',
    fragment: `
${inputs.map((name) => `uniform sampler2D ${name}Texture;`).join('\n')}
${declarations}
out vec4 result;
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ${inputs.map((name) => `vec4 ${name} = texelFetch(${name}Texture, at, 0);`).join('\n  ')}
  result = ${expression};
}`,
  };
}

/** A factor that is a number, or a scalar that stays on the device. */
function factorSource(onDevice: boolean): string {
  return onDevice
    ? 'uniform sampler2D factorTexture;\nfloat factor() { return texelFetch(factorTexture, ivec2(0), 0).x; }'
    : 'uniform float factorValue;\nfloat factor() { return factorValue; }';
}

export const scaleSource = (onDevice: boolean): ProgramSource => elementwise(['target'], 'target * factor()', factorSource(onDevice));

export const addScaledSource = (onDevice: boolean, masked: boolean): ProgramSource =>
  masked
    ? elementwise(['target', 'x', 'mask'], 'target + x * factor() * mask', factorSource(onDevice))
    : elementwise(['target', 'x'], 'target + x * factor()', factorSource(onDevice));

export const MULTIPLY = elementwise(['a', 'b'], 'a * b');
export const SUBTRACT = elementwise(['a', 'b'], 'a - b');

export const CLAMPED_STEP = elementwise(
  ['x', 'direction'],
  'clamp(x + stepLength * direction, low, high)',
  'uniform float stepLength, low, high;',
);

/** 0 where x is at a bound and −gradient points out of it, else 1. */
export const FREE_MASK = elementwise(
  ['x', 'gradient'],
  `1.0 - max(
    vec4(lessThanEqual(x, vec4(low))) * vec4(greaterThan(gradient, vec4(0.0))),
    vec4(greaterThanEqual(x, vec4(high))) * vec4(lessThan(gradient, vec4(0.0))))`,
  'uniform float low, high;',
);

/** Scalars are the first number of a texel; the other three stay 0. */
export const DIVIDE = elementwise(
  ['numerator', 'denominator', 'threshold'],
  'vec4(denominator.x > threshold.x ? numerator.x / denominator.x : 0.0, 0.0, 0.0, 0.0)',
);
export const DIVIDE_POSITIVE = elementwise(
  ['numerator', 'denominator'],
  'vec4(denominator.x > 0.0 ? numerator.x / denominator.x : 0.0, 0.0, 0.0, 0.0)',
);

/** Kingma & Ba 2015, algorithm 1; `corrections` are 1 / (1 − β₁ᵗ) and 1 / (1 − β₂ᵗ). */
export const ADAM_STEP: ProgramSource = {
  geometry: 'area',
  fragment: `
uniform sampler2D xTexture, gradientTexture, mTexture, vTexture;
uniform vec2 corrections;
uniform float rate;
layout(location = 0) out vec4 nextX;
layout(location = 1) out vec4 nextM;
layout(location = 2) out vec4 nextV;
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 gradient = texelFetch(gradientTexture, at, 0);
  nextM = float(${ADAM.beta1}) * texelFetch(mTexture, at, 0) + float(${1 - ADAM.beta1}) * gradient;
  nextV = float(${ADAM.beta2}) * texelFetch(vTexture, at, 0) + float(${1 - ADAM.beta2}) * gradient * gradient;
  vec4 change = nextM * corrections.x / (sqrt(nextV * corrections.y) + float(${ADAM.epsilon}));
  nextX = clamp(texelFetch(xTexture, at, 0) - rate * change, 0.0, 255.0);
}`,
};
