import type { EdgeMode } from '../../engine';
import type { ProgramSource } from '../programs';
import { ORIGIN_OF } from '../shaders/grid';

const HEAD = `
flat in int block;
flat in ivec2 origin;
uniform sampler2D inputTexture;
uniform ivec3 inputGrid;
out vec4 result;
${ORIGIN_OF}`;

/** Where a padded position is copied from, per axis. */
const PAD_SOURCE: Record<EdgeMode, string> = {
  zero: 'p',
  replicate: 'clamp(p, ivec2(0), inputGrid.xy - 1)',
  reflect: '(inputGrid.xy - 1) - abs((inputGrid.xy - 1) - abs(p))',
  wrap: '(p + inputGrid.xy) % inputGrid.xy',
};

export function padEdgesSource(mode: EdgeMode): ProgramSource {
  return {
    geometry: 'blocks',
    fragment: `${HEAD}
void main() {
  ivec2 p = ivec2(gl_FragCoord.xy) - origin - 1;
  ivec2 source = ${PAD_SOURCE[mode]};
  ivec2 inside = clamp(source, ivec2(0), inputGrid.xy - 1);
  vec4 value = texelFetch(inputTexture, originOf(block, inputGrid) + inside, 0);
  result = source == inside ? value : vec4(0.0);
}`,
  };
}

/** Whether the first border was copied from pixel `p` of an axis whose last one is `last`. */
const REPEATS: Record<EdgeMode, string> = {
  zero: 'false',
  replicate: 'p == 0',
  reflect: 'p == 1',
  wrap: 'p == last',
};

/**
 * Adds up to three padded positions per axis: the pixel's own, the first border's and the last border's where they
 * were copied from it; the last border mirrors the first.
 */
export function foldEdgesSource(mode: EdgeMode): ProgramSource {
  return {
    geometry: 'blocks',
    fragment: `${HEAD}
bool firstRepeats(int p, int last) {
  return ${REPEATS[mode]};
}
bool takesPart(int which, int p, int last) {
  return which == 0 || firstRepeats(which == 1 ? p : last - p, last);
}
int paddedPosition(int which, int p, int last) {
  return which == 0 ? p + 1 : which == 1 ? 0 : last + 2;
}
void main() {
  ivec2 p = ivec2(gl_FragCoord.xy) - origin;
  ivec2 last = inputGrid.xy - 3;
  ivec2 from = originOf(block, inputGrid);
  result = vec4(0.0);
  for (int i = 0; i < 3; i++) {
    for (int j = 0; j < 3; j++) {
      if (!takesPart(i, p.y, last.y) || !takesPart(j, p.x, last.x)) continue;
      ivec2 padded = ivec2(paddedPosition(j, p.x, last.x), paddedPosition(i, p.y, last.y));
      result += texelFetch(inputTexture, from + padded, 0);
    }
  }
}`,
  };
}

export const CROP: ProgramSource = {
  geometry: 'blocks',
  fragment: `${HEAD}
uniform ivec2 corner;
void main() {
  result = texelFetch(inputTexture, originOf(block, inputGrid) + corner + ivec2(gl_FragCoord.xy) - origin, 0);
}`,
};

/** The input is the patch; the target outside of it stays. */
export const ADD_PATCH: ProgramSource = {
  geometry: 'blocks',
  fragment: `${HEAD}
uniform sampler2D targetTexture;
uniform ivec2 corner;
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 p = at - origin - corner;
  ivec2 inside = clamp(p, ivec2(0), inputGrid.xy - 1);
  vec4 patchValue = texelFetch(inputTexture, originOf(block, inputGrid) + inside, 0);
  result = texelFetch(targetTexture, at, 0) + (p == inside ? patchValue : vec4(0.0));
}`,
};

export const ADD_CHANNEL_OFFSETS: ProgramSource = {
  geometry: 'blocks',
  fragment: `${HEAD}
uniform vec4 offsets;
void main() {
  result = texelFetch(inputTexture, ivec2(gl_FragCoord.xy), 0) + offsets;
}`,
};
