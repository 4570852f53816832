import { EngineError } from '../engine-error';

/** What the engine makes use of; a device may offer more. */
export interface WebglLimits {
  /** Textures that one pass can write. WebGL 2 promises 4. */
  maxDrawBuffers: number;
  /** WebGL 2 promises 256. */
  maxArrayLayers: number;
  /** Texels of a side. WebGL 2 promises 2048, graphics devices of the last ten years have 4096 and more. */
  maxTextureSize: number;
}

export interface WebglContext {
  gl: WebGL2RenderingContext;
  limits: WebglLimits;
  /** The graphics device's name, as far as the browser tells it. */
  renderer: string;
}

/** The transformed kernels of 512 channels are 3072 texels wide. */
const LEAST_TEXTURE_SIZE = 4096;

/** Throws EngineError('unsupported') where there is no WebGL 2, float32 textures can't be written or textures are too small. */
export function openContext(canvas: OffscreenCanvas, limits: Partial<WebglLimits>): WebglContext {
  const gl = canvas.getContext('webgl2', {
    antialias: false,
    depth: false,
    stencil: false,
    alpha: false,
    powerPreference: 'high-performance',
  });
  if (!gl) throw new EngineError('unsupported', 'This browser has no WebGL 2; choose another engine.');
  if (!gl.getExtension('EXT_color_buffer_float')) {
    throw new EngineError('unsupported', 'This graphics device cannot write float32 textures; choose another engine.');
  }
  const context = { gl, limits: limitsOf(gl, limits), renderer: rendererOf(gl) };
  if (context.limits.maxTextureSize < LEAST_TEXTURE_SIZE) {
    throw new EngineError('unsupported', 'The textures of this graphics device are too small; choose another engine.');
  }
  return context;
}

function limitsOf(gl: WebGL2RenderingContext, wanted: Partial<WebglLimits>): WebglLimits {
  const least = (limit: number | undefined, ...parameters: number[]): number =>
    Math.min(limit ?? Infinity, ...parameters.map((parameter) => gl.getParameter(parameter) as number));
  return {
    maxDrawBuffers: least(wanted.maxDrawBuffers, gl.MAX_DRAW_BUFFERS, gl.MAX_COLOR_ATTACHMENTS),
    maxArrayLayers: least(wanted.maxArrayLayers, gl.MAX_ARRAY_TEXTURE_LAYERS),
    maxTextureSize: least(wanted.maxTextureSize, gl.MAX_TEXTURE_SIZE),
  };
}

function rendererOf(gl: WebGL2RenderingContext): string {
  const details = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(details ? details.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}
