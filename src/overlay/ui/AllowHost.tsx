import { Button } from '../../ui/Button';
import { failureOf } from '../../protocol/failure';
import { ask } from '../ask';
import { takePicture } from '../picture/take';
import { paintAnew } from '../quick';
import { session, showNotice } from '../state';
import { translate } from '../../texts/translate';

/** Where only the screen's pixels could be read: why, and how to get all of them. */
export function AllowHost() {
  const address = session.value?.taken.address;
  if (!address) return null;
  const { host } = new URL(address);
  return (
    <p class="allow">
      <span>{translate`This picture belongs to ${host}, so its screen pixels are used. Brushover reads the full size if you allow that address alone.`}</span>
      <Button testId="overlay-allow" onClick={() => void allow(address)}>
        {translate`Allow ${host}`}
      </Button>
    </p>
  );
}

async function allow(address: string): Promise<void> {
  const now = session.value;
  try {
    const { allowed } = await ask('allowHost', { address });
    if (!now || session.value !== now) return;
    if (!allowed) return showNotice('info', translate`Not allowed, and that is fine: the picture goes on with its screen pixels.`);
    session.value = { ...now, taken: await takePicture(now.picture) };
    paintAnew();
  } catch (error) {
    showNotice('error', failureOf(error).message);
  }
}
