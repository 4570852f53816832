import { translate } from '../../texts/translate';
import { Button } from '../../ui/Button';
import {
  galleryView,
  isSearching,
  isUnfolded,
  showAllHidden,
  showAllStyles,
  shownStyles,
  styleSearch,
  visibleStyles,
} from '../state/styles/gallery-view';

/** How much of the gallery is in sight, and the way back to all of it. */
export function GalleryExtent() {
  if (galleryView.value === 'hidden') {
    return (
      <Button kind="quiet" testId="show-all-hidden" onClick={() => void showAllHidden()}>
        {translate`Show all of them again`}
      </Button>
    );
  }
  if (galleryView.value !== 'all' || isSearching.value) {
    return (
      <Button kind="quiet" testId="reset-gallery" onClick={showAllStyles}>
        {translate`Back to all styles`}
      </Button>
    );
  }
  return (
    <Button kind="quiet" testId="show-all-styles" expanded={isUnfolded.value} onClick={() => (isUnfolded.value = !isUnfolded.value)}>
      {isUnfolded.value ? translate`Show fewer` : translate`Show all ${visibleStyles.value.length}`}
    </Button>
  );
}

/** Only words can have no style. */
export function NothingFound() {
  if (!isSearching.value || shownStyles.value.length > 0) return null;
  const words = styleSearch.value.trim();
  return (
    <p class="nothing-found" data-testid="nothing-found">
      {galleryView.value === 'all'
        ? translate`No style has “${words}” in its name or description; try another word, or add a picture of your own.`
        : translate`No style of this kind has “${words}” in its name or description; try another word, or look in all of them.`}
    </p>
  );
}
