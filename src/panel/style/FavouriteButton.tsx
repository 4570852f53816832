import { isMarked, setMark } from '../../preferences/gallery-marks';
import { translate } from '../../texts/translate';
import { Icon } from '../../ui/Icon';
import type { GalleryStyle } from '../state/styles/styles';

interface FavouriteButtonProps {
  style: GalleryStyle;
  testId: string;
  /** Left out of the Tab order, where another one is in it. */
  skipped?: boolean;
}

/** A star; favourites come first in the gallery. */
export function FavouriteButton({ style, testId, skipped }: FavouriteButtonProps) {
  const isFavourite = isMarked('favourites', style.id);
  const toggle = async () => {
    const focused = document.activeElement;
    await setMark('favourites', [style.id], !isFavourite);
    if (focused instanceof HTMLElement) keepFocus(focused, testId);
  };
  return (
    <button
      type="button"
      class="star"
      tabIndex={skipped ? -1 : undefined}
      aria-pressed={isFavourite}
      aria-label={translate`Favourite: ${style.name}`}
      title={isFavourite ? translate`No longer a favourite` : translate`Favourite: comes first in the gallery`}
      data-testid={testId}
      onClick={() => void toggle()}
    >
      <Icon name="star" />
    </button>
  );
}

/** A tile that changed its place, or went, took the focus with it. */
function keepFocus(focused: HTMLElement, testId: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === focused && focused.isConnected) return;
    const star = document.querySelector<HTMLElement>(`[data-testid="${CSS.escape(testId)}"]`);
    (star ?? document.querySelector<HTMLElement>('[name="style-group"]:checked'))?.focus();
  });
}
