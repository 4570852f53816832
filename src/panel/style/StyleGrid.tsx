import { FileButton } from '../components/FileButton';
import { addOwnStyle } from '../state/own-styles';
import { gallery, selectedStyleId, selectStyle, type GalleryStyle } from '../state/styles';

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
  return (
    <label class="style-tile" title={style.name} data-testid={`style-${style.id}`}>
      <input
        class="visually-hidden"
        type="radio"
        name="style"
        checked={style.id === selectedStyleId.value}
        aria-label={style.name}
        onChange={() => selectStyle(style.id)}
      />
      <img src={style.thumbnailUrl} alt="" loading="lazy" decoding="async" draggable={false} />
    </label>
  );
}
