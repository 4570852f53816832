import { FileButton } from '../components/FileButton';
import { addOwnStyle } from '../state/own-styles';
import { activeStyleId, mixedStyles, pickStyle } from '../state/mix';
import { gallery, type GalleryStyle } from '../state/styles';

/** All styles, the user's own first. */
export function StyleGrid({ showAll }: { showAll: boolean }) {
  return (
    <div class={showAll ? 'style-grid' : 'style-grid few'} role="radiogroup" aria-label="Style">
      <FileButton
        icon="plus"
        accept="image/*"
        class="style-tile add-style"
        testId="add-style"
        label="Add your own style: choose, drop or paste an image"
        onFile={(file) => void addOwnStyle(file, file.name)}
      />
      {gallery.value.map((style) => (
        <StyleTile key={style.id} style={style} />
      ))}
    </div>
  );
}

function StyleTile({ style }: { style: GalleryStyle }) {
  const mixed = mixedStyles.value.length > 1 && mixedStyles.value.some((part) => part.style.id === style.id);
  return (
    <label class={mixed ? 'style-tile mixed' : 'style-tile'} title={style.name} data-testid={`style-${style.id}`}>
      <input
        class="visually-hidden"
        type="radio"
        name="style"
        checked={style.id === activeStyleId.value}
        aria-label={style.name}
        onChange={() => pickStyle(style.id)}
      />
      <img src={style.thumbnailUrl} alt="" loading="lazy" decoding="async" draggable={false} />
    </label>
  );
}
