/** By then the browser has read the link of a download. */
const DOWNLOAD_START_MS = 60_000;

/** Offers a file as a download. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_START_MS);
}
