import { PictureCanvas } from '../components/PictureCanvas';
import { livePicture } from '../state/job';

/** G as it is now. */
export function LivePicture() {
  return <PictureCanvas picture={livePicture.value} label="The picture as it is now" testId="live-picture" />;
}
