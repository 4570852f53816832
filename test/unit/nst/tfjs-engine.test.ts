import { createTfjsEngine } from '../../../src/nst/engines/tfjs';

describe('the TensorFlow.js engine', () => {
  it('is unsupported with WebGPU where there is none', async () => {
    await expect(createTfjsEngine({ backend: 'webgpu' })).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('choose another engine'),
    });
  });
});
