import { EngineError } from '../engine-error';
import type { Rectangle } from '../engine';
import type { WebglContext, WebglLimits } from './context';
import { gridOf, type Layout } from './layout';
import { ProgramCache, setUniform, type ProgramSource, type UniformValue } from './programs';
import { TexturePool, type Texture } from './textures';

export interface Pass {
  program: ProgramSource;
  /** What it writes: one plain texture, several, or layers of an array texture from the first on. */
  target: Texture | readonly Texture[];
  textures: Readonly<Record<string, Texture>>;
  uniforms?: Readonly<Record<string, UniformValue>>;
  /** For the geometry `blocks`: the target's layout, and which pixels of every block; all of them if none are given. */
  blocks?: { layout: Layout; region?: Rectangle };
  /** How many layers of an array are written, and which is the first. */
  layers?: { first: number; count: number };
}

/** The graphics device: runs passes, one after the other, without waiting for them. */
export class WebglDevice {
  readonly textures: TexturePool;
  private readonly programs: ProgramCache;

  constructor(private readonly context: WebglContext) {
    this.textures = new TexturePool(context);
    this.programs = new ProgramCache(context);
  }

  get gl(): WebGL2RenderingContext {
    return this.context.gl;
  }

  get limits(): WebglLimits {
    return this.context.limits;
  }

  /** Throws EngineError('context-lost') if the browser took the context away, or the engine was destroyed. */
  assertAlive(): void {
    if (this.gl.isContextLost())
      throw new EngineError('context-lost', 'The graphics device was lost; the run can go on with another engine.');
  }

  run(pass: Pass): void {
    this.assertAlive();
    const { gl } = this;
    const program = this.programs.get(pass.program);
    gl.useProgram(program.handle);
    for (const [name, unit] of program.units) {
      const texture = pass.textures[name];
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(texture.layers > 0 ? gl.TEXTURE_2D_ARRAY : gl.TEXTURE_2D, texture.handle);
    }
    const target = 'handle' in pass.target ? pass.target : pass.target[0];
    const values: Record<string, UniformValue> = { ...pass.uniforms, ...blockUniforms(pass, target) };
    for (const [name, uniform] of program.uniforms) setUniform(gl, uniform, values[name]);
    const temporary = this.bindTarget(pass);
    gl.viewport(0, 0, target.width, target.height);
    if (pass.blocks) gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, pass.blocks.layout.blocks);
    else gl.drawArrays(gl.TRIANGLES, 0, 3);
    if (temporary) gl.deleteFramebuffer(temporary);
  }

  /** Writes texels of a plain texture from its first row on. */
  write(texture: Texture, texels: Float32Array): void {
    this.assertAlive();
    const { gl } = this;
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, texture.handle);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, texture.width, texture.height, gl.RGBA, gl.FLOAT, texels);
  }

  clear(texture: Texture): void {
    this.assertAlive();
    this.bindTarget({ target: texture });
    this.gl.clearBufferfv(this.gl.COLOR, 0, [0, 0, 0, 0]);
  }

  /** A framebuffer for reading a plain texture. */
  bindForReading(texture: Texture): void {
    this.bindTarget({ target: texture });
  }

  /** Lends a texture to `work`, whose passes may still run when it ends: the device keeps their order. */
  borrow<T>(width: number, height: number, layers: number, work: (texture: Texture) => T): T {
    const texture = this.textures.take(width, height, layers);
    try {
      return work(texture);
    } finally {
      this.textures.release(texture);
    }
  }

  destroy(): void {
    this.textures.destroy();
    this.programs.destroy();
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  /** Returns the framebuffer to delete after the pass, if it is not one that is kept with its texture. */
  private bindTarget({ target, layers }: Pick<Pass, 'target' | 'layers'>): WebGLFramebuffer | null {
    if (!('handle' in target)) return this.framebufferOf(target.map((texture) => [texture, 0]));
    const { first, count } = layers ?? { first: 0, count: Math.max(1, target.layers) };
    const kept = target.framebuffers.get(first);
    if (kept) this.gl.bindFramebuffer(this.gl.FRAMEBUFFER, kept);
    else target.framebuffers.set(first, this.framebufferOf(Array.from({ length: count }, (_, layer) => [target, first + layer])));
    return null;
  }

  private framebufferOf(attachments: readonly [texture: Texture, layer: number][]): WebGLFramebuffer {
    const { gl } = this;
    const framebuffer = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    const buffers = attachments.map(([texture, layer], i) => {
      const place = gl.COLOR_ATTACHMENT0 + i;
      if (texture.layers > 0) gl.framebufferTextureLayer(gl.FRAMEBUFFER, place, texture.handle, 0, layer);
      else gl.framebufferTexture2D(gl.FRAMEBUFFER, place, gl.TEXTURE_2D, texture.handle, 0);
      return place;
    });
    gl.drawBuffers(buffers);
    return framebuffer;
  }
}

function blockUniforms({ blocks }: Pass, target: Texture): Record<string, UniformValue> {
  if (!blocks) return {};
  const { layout, region = { x: 0, y: 0, width: layout.width, height: layout.height } } = blocks;
  return {
    grid: gridOf(layout),
    region: [region.x, region.y, region.width, region.height],
    targetSize: [target.width, target.height],
  };
}
