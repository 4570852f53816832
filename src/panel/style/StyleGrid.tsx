import { FileButton } from '../../ui/FileButton';
import { addOwnStyle } from '../state/styles/own-styles';
import { builtInStyles, learnedStyles, ownStyles, type GalleryStyle } from '../state/styles/styles';
import { StyleTile } from './StyleTile';
import { translate } from '../../texts/translate';

/** All styles, the user's own first. */
export function StyleGrid({ showAll }: { showAll: boolean }) {
  return (
    <div class={showAll ? 'style-grid' : 'style-grid few'} role="radiogroup" aria-label={translate`Style`}>
      <FileButton
        icon="plus"
        accept="image/*,.tif,.tiff"
        class="style-tile add-style"
        testId="add-style"
        label={translate`Add your own style: choose, drop or paste an image`}
        onFiles={([file]) => void addOwnStyle(file, file.name)}
      />
      <Tiles styles={ownStyles.value} />
      <Tiles styles={builtInStyles.value} />
      {showAll && <h3 class="style-heading">{translate`Learned styles, without a picture of their own`}</h3>}
      <Tiles styles={learnedStyles.value} />
    </div>
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
