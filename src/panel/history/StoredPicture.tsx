import { useEffect, useState } from 'preact/hooks';
import { loadImage } from '../../storage/images';

/** A picture out of the storage; an empty place while it is read, and where it is gone. */
export function StoredPicture({ image, class: className = 'history-picture checkered' }: { image: string | null; class?: string }) {
  const url = useStoredUrl(image);
  return url === null ? <span class={className} /> : <img class={className} src={url} alt="" />;
}

/** The address of a stored picture for as long as it is shown; null while it is read, and where it is gone. */
export function useStoredUrl(image: string | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isWanted = true;
    if (image !== null) {
      void loadImage(image).then(
        (blob) => {
          if (!isWanted) return;
          made = URL.createObjectURL(blob);
          setUrl(made);
        },
        () => undefined,
      );
    }
    return () => {
      isWanted = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [image]);
  return url;
}
