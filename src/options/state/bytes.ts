import { translate } from '../../texts/translate';

/** In the unit that people read most easily: "430 KB", "1.2 MB", "12 MB", "1.3 GB". */
export function bytesText(bytes: number): string {
  if (bytes >= 1e9) return translate`${Number((bytes / 1e9).toFixed(1))} GB`;
  if (bytes < 1e6) return translate`${Math.ceil(bytes / 1e3)} KB`;
  const megabytes = bytes / 1e6;
  return translate`${Number(megabytes.toFixed(megabytes < 10 ? 1 : 0))} MB`;
}
