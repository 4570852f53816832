/**
 * `area`: the fragments of one rectangle of the target.
 * `blocks`: for every block of four channels of a target tensor, the fragments of one rectangle of its pixels.
 */
export type Geometry = 'area' | 'blocks';

const AREA = `
void main() {
  // One triangle that covers the viewport.
  gl_Position = vec4(vec2((gl_VertexID << 1) & 2, gl_VertexID & 2) * 2.0 - 1.0, 0.0, 1.0);
}`;

const BLOCKS = `
uniform ivec3 grid;        // width and height of a block, blocks side by side
uniform ivec4 region;      // x, y, width and height of the rectangle in every block
uniform vec2 targetSize;
flat out int block;
flat out ivec2 origin;
void main() {
  block = gl_InstanceID;
  origin = ivec2(block % grid.z, block / grid.z) * grid.xy;
  ivec2 corner = ivec2(gl_VertexID & 1, gl_VertexID >> 1);
  vec2 position = vec2(origin + region.xy + corner * region.zw);
  gl_Position = vec4(position / targetSize * 2.0 - 1.0, 0.0, 1.0);
}`;

export const VERTEX_SHADERS: Record<Geometry, string> = { area: AREA, blocks: BLOCKS };
