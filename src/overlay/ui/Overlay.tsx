import { Button } from '../../ui/Button';
import { translate } from '../../texts/translate';
import { translateSentence } from '../../texts/translate-sentence';
import { openHistory } from '../open-panel';
import { hideNotice, isGone, isOpen, notice, pickFrame, session } from '../state';
import { announcement } from '../words';
import { Controls } from './Controls';
import { giveFocusBack } from './page-focus';
import { Stage } from './Stage';

export function Overlay() {
  return (
    <>
      {pickFrame.value && (
        <div
          class="pick-frame"
          style={`left: ${pickFrame.value.x}px; top: ${pickFrame.value.y}px; width: ${pickFrame.value.width}px; height: ${pickFrame.value.height}px`}
        />
      )}
      {session.value && !isGone.value && <Stage />}
      {isOpen.value && <Controls />}
      {!isOpen.value && <NoticeCard />}
      <p class="visually-hidden" role="status" data-testid="overlay-announcement">
        {isOpen.value ? announcement.value : ''}
      </p>
    </>
  );
}

/** Where there are no controls to say it beside. */
function NoticeCard() {
  const now = notice.value;
  if (!now) return null;
  const { kind, text, runId } = now;
  return (
    <div class={`card notice-card ${kind}`} role={kind === 'error' ? 'alert' : 'status'} data-testid="overlay-notice">
      <span>{translateSentence(text)}</span>
      {runId && (
        <Button testId="overlay-open-history" onClick={() => void openHistory(runId)}>
          {translate`Open the history`}
        </Button>
      )}
      <Button testId="overlay-close-notice" onClick={close}>
        {translate`Close`}
      </Button>
    </div>
  );
}

function close(): void {
  giveFocusBack();
  hideNotice();
}
