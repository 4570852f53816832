import { signal, type ReadonlySignal } from '@preact/signals';

export interface PictureUrl {
  /** For <img src>; null while there is no picture. */
  readonly url: ReadonlySignal<string | null>;
  show(blob: Blob | null): void;
}

/** One place that shows a blob at a time: the last one's memory is given back when the next comes. */
export function createPictureUrl(): PictureUrl {
  const url = signal<string | null>(null);
  return {
    url,
    show(blob) {
      if (url.value) URL.revokeObjectURL(url.value);
      url.value = blob && URL.createObjectURL(blob);
    },
  };
}
