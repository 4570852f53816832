import type { WebglContext } from './context';

const BYTES_PER_TEXEL = 16;
/** Textures that wait for the next tensor of their size; beyond this the oldest are deleted. */
const MOST_IDLE_BYTES = 192 << 20;

/** An RGBA32F texture: a plain one where `layers` is 0, else an array. Once a pass has written it as a tensor it never changes. */
export class Texture {
  /** How many tensors share it. */
  references = 1;
  readonly framebuffers = new Map<number, WebGLFramebuffer>();

  constructor(
    readonly handle: WebGLTexture,
    readonly width: number,
    readonly height: number,
    readonly layers: number,
  ) {}

  get bytes(): number {
    return this.width * this.height * Math.max(1, this.layers) * BYTES_PER_TEXEL;
  }
}

/** Makes textures and uses them again by size: making and clearing one costs more than most passes. */
export class TexturePool {
  /** Of textures in use. */
  bytes = 0;
  peakBytes = 0;
  private idleBytes = 0;
  /** In the order in which they became idle. */
  private readonly idle = new Set<Texture>();
  private readonly used = new Set<Texture>();

  constructor(private readonly context: WebglContext) {}

  /** Holds whatever it held before. */
  take(width: number, height: number, layers = 0): Texture {
    const texture = this.takeIdle(width, height, layers) ?? this.create(width, height, layers);
    texture.references = 1;
    this.used.add(texture);
    this.bytes += texture.bytes;
    this.peakBytes = Math.max(this.peakBytes, this.bytes);
    return texture;
  }

  share(texture: Texture): Texture {
    texture.references += 1;
    return texture;
  }

  release(...textures: readonly Texture[]): void {
    for (const texture of textures) {
      texture.references -= 1;
      if (texture.references > 0) continue;
      this.used.delete(texture);
      this.bytes -= texture.bytes;
      this.idle.add(texture);
      this.idleBytes += texture.bytes;
    }
    this.trim(MOST_IDLE_BYTES);
  }

  resetPeak(): void {
    this.peakBytes = this.bytes;
  }

  destroy(): void {
    for (const texture of this.used) this.delete(texture);
    this.used.clear();
    this.trim(0);
    this.bytes = 0;
  }

  private takeIdle(width: number, height: number, layers: number): Texture | null {
    for (const texture of this.idle) {
      if (texture.width !== width || texture.height !== height || texture.layers !== layers) continue;
      this.removeIdle(texture);
      return texture;
    }
    return null;
  }

  private trim(mostBytes: number): void {
    for (const texture of this.idle) {
      if (this.idleBytes <= mostBytes) return;
      this.removeIdle(texture);
      this.delete(texture);
    }
  }

  private removeIdle(texture: Texture): void {
    this.idle.delete(texture);
    this.idleBytes -= texture.bytes;
  }

  private create(width: number, height: number, layers: number): Texture {
    const { gl } = this.context;
    const handle = gl.createTexture();
    const kind = layers > 0 ? gl.TEXTURE_2D_ARRAY : gl.TEXTURE_2D;
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(kind, handle);
    if (layers > 0) gl.texStorage3D(kind, 1, gl.RGBA32F, width, height, layers);
    else gl.texStorage2D(kind, 1, gl.RGBA32F, width, height);
    gl.texParameteri(kind, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(kind, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    return new Texture(handle, width, height, layers);
  }

  private delete(texture: Texture): void {
    const { gl } = this.context;
    for (const framebuffer of texture.framebuffers.values()) gl.deleteFramebuffer(framebuffer);
    gl.deleteTexture(texture.handle);
  }
}
