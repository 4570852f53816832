import { EngineError } from '../engine-error';
import type { WebglDevice } from './device';
import type { Texture } from './textures';

/** A fence is looked at this often; every look gives the thread to others. */
const POLL_MILLISECONDS = 2;

/**
 * Copies the texels of plain textures with a single wait. Rejects with EngineError('context-lost') if the context
 * goes away meanwhile, and with ('out-of-memory') if the device refused memory to anything since the last read.
 */
export async function readTextures(device: WebglDevice, textures: readonly Texture[]): Promise<Float32Array[]> {
  device.assertAlive();
  const { gl } = device;
  const buffer = gl.createBuffer();
  const starts = startsOf(textures);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, starts[textures.length], gl.STREAM_READ);
  textures.forEach((texture, i) => {
    device.bindForReading(texture);
    gl.readPixels(0, 0, texture.width, texture.height, gl.RGBA, gl.FLOAT, starts[i]);
  });
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  try {
    await fence(device);
    return copyOut(gl, buffer, textures, starts);
  } finally {
    gl.deleteBuffer(buffer);
  }
}

/** Byte offsets of each texture and, at the end, of all together. */
function startsOf(textures: readonly Texture[]): number[] {
  const starts = [0];
  for (const { bytes } of textures) starts.push(starts[starts.length - 1] + bytes);
  return starts;
}

async function fence(device: WebglDevice): Promise<void> {
  const { gl } = device;
  const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  for (;;) {
    device.assertAlive();
    const status = sync ? gl.clientWaitSync(sync, 0, 0) : gl.WAIT_FAILED;
    if (status === gl.ALREADY_SIGNALED || status === gl.CONDITION_SATISFIED) break;
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
  gl.deleteSync(sync);
  checkErrors(device);
}

function checkErrors(device: WebglDevice): void {
  const { gl } = device;
  const code = gl.getError();
  device.assertAlive();
  if (code === gl.NO_ERROR) return;
  if (code === gl.OUT_OF_MEMORY)
    throw new EngineError('out-of-memory', 'The graphics device has too little memory; choose a smaller size.');
  throw new EngineError('wrong-result', `The graphics device reports error ${code}; choose another engine.`);
}

function copyOut(
  gl: WebGL2RenderingContext,
  buffer: WebGLBuffer | null,
  textures: readonly Texture[],
  starts: readonly number[],
): Float32Array[] {
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
  const copies = textures.map(({ bytes }, i) => {
    const texels = new Float32Array(bytes / 4);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, starts[i], texels);
    return texels;
  });
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  return copies;
}
