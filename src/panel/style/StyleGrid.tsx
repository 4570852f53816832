import { useRef } from 'preact/hooks';
import { FileButton } from '../../ui/FileButton';
import { isMarked } from '../../preferences/gallery-marks';
import { translate } from '../../texts/translate';
import { galleryView, isFolded, isSearching, isUnfolded, shownStyles } from '../state/styles/gallery-view';
import { addOwnStyle } from '../state/styles/own-styles';
import type { GalleryStyle } from '../state/styles/styles';
import { StyleTile } from './StyleTile';

/** The styles that are looked for, favourites and the user's own first. */
export function StyleGrid() {
  const grid = useRef<HTMLDivElement>(null);
  const styles = shownStyles.value;
  const isWhole = galleryView.value === 'all' && !isSearching.value;
  const learned = isWhole ? styles.filter(({ id, group }) => group === 'learned' && !isMarked('favourites', id)) : [];
  return (
    <div
      ref={grid}
      class={isFolded.value ? 'style-grid few' : 'style-grid'}
      role="radiogroup"
      aria-label={translate`Style`}
      data-testid="style-grid"
      onFocusIn={({ target }) => showFocused(grid.current, target as HTMLElement)}
    >
      {(isWhole || galleryView.value === 'own') && <AddStyle />}
      <Tiles styles={styles.filter((style) => !learned.includes(style))} />
      {learned.length > 0 && !isFolded.value && <h3 class="style-heading">{translate`Learned styles, without a picture of their own`}</h3>}
      <Tiles styles={learned} />
    </div>
  );
}

/** The folded gallery shows whole rows alone, so it unfolds for a tile of another one. */
function showFocused(grid: HTMLElement | null, focused: HTMLElement): void {
  if (
    !grid ||
    !isFolded.value ||
    !focused.matches(':focus-visible') ||
    focused.getBoundingClientRect().bottom <= grid.getBoundingClientRect().bottom
  )
    return;
  isUnfolded.value = true;
  requestAnimationFrame(() => focused.scrollIntoView({ block: 'nearest' }));
}

function AddStyle() {
  return (
    <FileButton
      icon="plus"
      accept="image/*,.tif,.tiff"
      class="style-tile add-style"
      testId="add-style"
      label={translate`Add your own style: choose, drop or paste an image`}
      onFiles={([file]) => void addOwnStyle(file, file.name)}
    />
  );
}

function Tiles({ styles }: { styles: readonly GalleryStyle[] }) {
  return (
    <>
      {styles.map((style) => (
        <StyleTile key={style.id} style={style} />
      ))}
    </>
  );
}
