import { isMarked } from '../../preferences/gallery-marks';
import { translate } from '../../texts/translate';
import { Button } from '../../ui/Button';
import { hideStyle, showAgain } from '../state/styles/gallery-view';
import type { GalleryStyle } from '../state/styles/styles';
import { FavouriteButton } from './FavouriteButton';

/** What a person can make of the chosen style: a favourite, or one that is out of the way. */
export function StyleMarks({ style }: { style: GalleryStyle }) {
  const isHidden = isMarked('hidden', style.id);
  return (
    <span class="style-marks">
      <FavouriteButton style={style} testId="favourite-style" />
      <Button
        icon={isHidden ? 'show' : 'hide'}
        kind="quiet"
        testId="hide-style"
        label={isHidden ? translate`Show “${style.name}” in the gallery again` : translate`Hide “${style.name}” from the gallery`}
        onClick={() => void (isHidden ? showAgain([style.id]) : hideStyle(style))}
      />
    </span>
  );
}
