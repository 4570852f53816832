import { hideNotice, isGone, isOpen, notice, phase, pickFrame, session } from '../state';
import { Stage } from './Stage';
import { Toolbar } from './Toolbar';
import { translate } from '../../texts/translate';
import { translateSentence } from '../../texts/translate-sentence';

export function Overlay() {
  const hasStage = session.value !== null && phase.value !== 'reading';
  return (
    <>
      {pickFrame.value && (
        <div
          class="pick-frame"
          style={`left: ${pickFrame.value.x}px; top: ${pickFrame.value.y}px; width: ${pickFrame.value.width}px; height: ${pickFrame.value.height}px`}
        />
      )}
      {hasStage && !isGone.value && <Stage />}
      {isOpen.value && <Toolbar />}
      {!isOpen.value && <NoticeCard />}
    </>
  );
}

/** Where there is no toolbar to say it. */
function NoticeCard() {
  const now = notice.value;
  if (!now) return null;
  return (
    <div class={`card notice-card ${now.kind}`} role={now.kind === 'error' ? 'alert' : 'status'} data-testid="overlay-notice">
      <span>{translateSentence(now.text)}</span>
      <button type="button" class="plain" onClick={hideNotice}>
        {translate`Close`}
      </button>
    </div>
  );
}
