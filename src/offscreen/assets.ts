import { UserFacingError } from '../protocol/failure';

/** Reads one of the extension's own files; `path` is relative to its root, such as "models/vgg16/manifest.json". */
export async function fetchAsset(path: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(assetUrl(path), { signal }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw missing(path);
  });
  if (!response.ok) throw missing(path);
  return response.arrayBuffer();
}

/** chrome.runtime does not exist in workers, but every file of the extension shares their origin. */
export function assetUrl(path: string): string {
  return new URL(`/${path}`, self.location.origin).href;
}

function missing(path: string): UserFacingError {
  return new UserFacingError('missing-file', `The extension's file ${path} is missing; install Brushover again.`);
}
