import { translate } from '../../texts/translate';
import {
  galleryView,
  galleryViews,
  isSearching,
  showGalleryView,
  shownStyles,
  styleSearch,
  type GalleryView,
} from '../state/styles/gallery-view';

const NAMES: Record<GalleryView, string> = {
  all: translate`All`,
  favourites: translate`Favourites`,
  own: translate`Own`,
  paint: translate`Paintings`,
  drawing: translate`Drawings and prints`,
  pattern: translate`Patterns`,
  modern: translate`Modern`,
  learned: translate`Learned`,
  hidden: translate`Hidden`,
};

/** What of the gallery is in sight: by words, and by what a person looks for. */
export function StyleFilter() {
  return (
    <div class="style-filter">
      <input
        class="text"
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={translate`Search styles`}
        aria-label={translate`Search styles`}
        value={styleSearch.value}
        data-testid="search-styles"
        onInput={({ currentTarget }) => (styleSearch.value = currentTarget.value)}
      />
      <div class="style-groups" role="radiogroup" aria-label={translate`Kind of style`} data-testid="style-groups">
        {galleryViews.value.map(({ view, found }) => (
          <label key={view} class="chip" data-testid={`group-${view}`}>
            <input
              class="visually-hidden"
              type="radio"
              name="style-group"
              value={view}
              checked={view === galleryView.value}
              onChange={() => showGalleryView(view)}
            />
            <span>{NAMES[view]}</span> <span class="chip-count">{found.length}</span>
          </label>
        ))}
      </div>
      <p class="visually-hidden" role="status" data-testid="styles-found">
        {isSearching.value && translate`Styles found: ${shownStyles.value.length}`}
      </p>
    </div>
  );
}
