import { useEffect } from 'preact/hooks';
import { PreviewStrength } from '../../ui/PreviewStrength';
import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import {
  exceedsFastPreview,
  isPreviewing,
  previewError,
  previewKind,
  previewPicture,
  previewStrength,
  showsFastPreview,
} from '../state/preview';
import { applyPreview, isApplying, quickError, quickOutcome } from '../state/quick';
import { source } from '../state/source';
import { stageView } from '../state/stage';
import { translate } from '../../texts/translate';

/** What can be done with the preview as it is; there as soon as one is asked for, so that nothing moves when it comes. */
export function PreviewBar() {
  return (
    <>
      {stageView.value === 'preview' && source.value && <PreviewControls />}
      {stageView.value === 'preview' && exceedsFastPreview.value && (
        <p class="explanation" data-testid="preview-masks">
          {previewKind.value === 'fast'
            ? translate`This quick preview knows nothing of what you painted for Keep or for each style; Stylize does.`
            : translate`What you painted for Keep and for each style counts here and in Stylize, but not in Quick.`}
        </p>
      )}
      <Message text={previewError.value} testId="preview-error" />
      <Message text={quickOutcome.value} kind="success" testId="quick-outcome" />
      <Message text={quickError.value} testId="quick-error" />
    </>
  );
}

function PreviewControls() {
  const hasLayer = Boolean(source.value?.layer);
  return (
    <div class="preview-bar" data-testid="preview-bar" aria-busy={isPreviewing.value}>
      <PreviewStrength
        class="preview-strength"
        strength={previewStrength.value}
        testId="preview-strength"
        onChange={(strength) => (previewStrength.value = strength)}
      />
      <QuickButton hasLayer={hasLayer} />
    </div>
  );
}

/** Pointed at or focused, it lets the stage show what it takes: the feed-forward networks' picture. */
function QuickButton({ hasLayer }: { hasLayer: boolean }) {
  const showFast = (): void => void (showsFastPreview.value = true);
  const showTruest = (): void => void (showsFastPreview.value = false);
  useEffect(() => showTruest, []);
  return (
    <span class="quick" onPointerEnter={showFast} onPointerLeave={showTruest} onFocusIn={showFast} onFocusOut={showTruest}>
      <Button
        icon={hasLayer ? 'layer' : 'download'}
        busy={isApplying.value}
        disabled={!previewPicture.value}
        testId="quick"
        label={
          hasLayer
            ? translate`Quick: insert the fast preview as a new layer, without refining it`
            : translate`Quick: download the fast preview, without refining it`
        }
        onClick={() => void applyPreview()}
      >
        {translate`Quick`}
      </Button>
    </span>
  );
}
