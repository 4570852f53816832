import { Button } from '../../ui/Button';
import { smallPicture } from '../state/inbox';
import { readFullSize } from '../state/styles/web-style';
import { hostOf } from '../../picture-files/from-web';
import { translate } from '../../texts/translate';

/** For a picture that was read from the screen, because its host does not hand it out. */
export function FullSizeOffer() {
  const small = smallPicture.value;
  if (!small) return null;
  const host = hostOf(small.address);
  return (
    <div class="allow-host" role="status" data-testid="full-size-offer">
      <p>{translate`“${small.name}” was read from the screen. Its full size is on ${host ?? ''}: Brushover asks for that address alone.`}</p>
      <Button testId="full-size" onClick={() => void readFullSize()}>
        {translate`Allow ${host ?? ''}`}
      </Button>
    </div>
  );
}
