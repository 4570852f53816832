export async function captureLayer(): Promise<never> {
  throw new Error('pending');
}
export const insertLayer = captureLayer;
