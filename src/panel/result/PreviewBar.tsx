import { Button } from '../components/Button';
import { Message } from '../components/Message';
import { isPreviewing, previewError, previewPicture, previewStrength } from '../state/preview';
import { applyPreview, isApplying, quickError, quickOutcome } from '../state/quick';
import { source } from '../state/source';
import { stageView } from '../state/stage';

/** What can be done with the preview as it is; there as soon as one is asked for, so that nothing moves when it comes. */
export function PreviewBar() {
  return (
    <>
      {stageView.value === 'preview' && source.value && <PreviewControls />}
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
      <label class="preview-strength">
        <span>Strength</span>
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={previewStrength.value}
          style={{ '--fill': `${previewStrength.value}%` }}
          aria-valuetext={`${previewStrength.value} %`}
          data-testid="preview-strength"
          onInput={({ currentTarget }) => (previewStrength.value = currentTarget.valueAsNumber)}
        />
        <output>{previewStrength.value} %</output>
      </label>
      <Button
        icon={hasLayer ? 'layer' : 'download'}
        busy={isApplying.value}
        disabled={!previewPicture.value}
        testId="quick"
        label={hasLayer ? 'Insert the preview as a new layer, without refining it' : 'Download the preview, without refining it'}
        onClick={() => void applyPreview()}
      >
        Quick
      </Button>
    </div>
  );
}
