import { useEffect, useRef } from 'preact/hooks';
import { PictureCanvas } from '../components/PictureCanvas';
import { showPreview } from '../state/stage';
import { tileAppeared, tileDisappeared, tilePicture } from '../state/styles/gallery-previews';
import { activeStyleId, mixedStyles, pickStyle } from '../state/styles/mix';
import type { GalleryStyle } from '../state/styles/styles';
import { FavouriteButton } from './FavouriteButton';

/** A style: its own picture, then what it makes of the layer. */
export function StyleTile({ style }: { style: GalleryStyle }) {
  const tile = useRef<HTMLDivElement>(null);
  const mixed = mixedStyles.value.length > 1 && mixedStyles.value.some((part) => part.style.id === style.id);
  const picture = tilePicture(style.id).value;
  useEffect(() => {
    const observed = tile.current;
    if (observed) observe(observed, style);
    return () => {
      if (observed) unobserve(observed, style);
    };
  }, [style]);
  const isActive = style.id === activeStyleId.value;
  return (
    <div ref={tile} class={mixed ? 'style-tile mixed' : 'style-tile'}>
      <label title={style.name} data-testid={`style-${style.id}`} data-painted={picture !== null}>
        <input
          class="visually-hidden"
          type="radio"
          name="style"
          checked={isActive}
          aria-label={style.name}
          onChange={() => pickStyle(style.id)}
          onClick={showPreview}
        />
        <img src={style.thumbnailUrl} alt="" loading="lazy" decoding="async" draggable={false} />
        {picture && <PictureCanvas class="tile-preview" picture={picture} />}
      </label>
      <FavouriteButton style={style} testId={`star-${style.id}`} skipped={!isActive} />
    </div>
  );
}

const observed = new WeakMap<Element, GalleryStyle>();

/** One for all tiles; it tells of those in sight in their order, so they are painted in it. */
const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const style = observed.get(target);
    if (!style) continue;
    if (isIntersecting) tileAppeared(style);
    else tileDisappeared(style);
  }
});

function observe(element: Element, style: GalleryStyle): void {
  observed.set(element, style);
  observer.observe(element);
}

function unobserve(element: Element, style: GalleryStyle): void {
  observer.unobserve(element);
  tileDisappeared(style);
}
