import { PictureCanvas } from '../components/PictureCanvas';
import { livePicture } from '../state/job';
import { translate } from '../../texts/translate';

/** G as it is now. */
export function LivePicture() {
  return <PictureCanvas picture={livePicture.value} label={translate`The picture as it is now`} testId="live-picture" />;
}
