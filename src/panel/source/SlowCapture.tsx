import { Button } from '../../ui/Button';
import { giveUpSlowCapture } from '../state/capture';
import { translate } from '../../texts/translate';

/** While a page takes its time: why nothing happens, and the way out. */
export function SlowCapture() {
  const giveUp = giveUpSlowCapture.value;
  if (!giveUp) return null;
  return (
    <div class="slow-capture" role="status" data-testid="slow-capture">
      <p>{translate`The page has not answered for 10 seconds: its layer may be very large, or the page is stuck.`}</p>
      <Button kind="plain" testId="cancel-capture" onClick={giveUp}>
        {translate`Cancel`}
      </Button>
    </div>
  );
}
