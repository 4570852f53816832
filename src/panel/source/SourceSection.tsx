import { BrushSection } from '../components/brush/BrushSection';
import { Button } from '../../ui/Button';
import { DropZone } from '../components/DropZone';
import { FileButton } from '../../ui/FileButton';
import { Message } from '../../ui/Message';
import { captureAgain, captureLayer, openImage, source, sourceBusy, sourceError, sourceUrl } from '../state/source';
import { hasResultAbove } from '../state/original';
import { EditorLayers } from './EditorLayers';
import { FileLayers } from './FileLayers';
import { FullSizeOffer } from './FullSizeOffer';
import { SelectionSwitch } from './SelectionSwitch';
import { SlowCapture } from './SlowCapture';
import { LossChart } from '../result/LossChart';
import { MomentStrip } from '../result/MomentStrip';
import { PreviewBar } from '../result/PreviewBar';
import { ResultBar } from '../result/ResultBar';
import { translate } from '../../texts/translate';

/** What belongs to the large picture: what it is, what can be done with it, and where the next one comes from. */
export function SourceSection() {
  const open = (file: File) => void openImage(file, file.name);
  return (
    <DropZone
      class="source"
      hint={translate`Drop to open as the picture`}
      testId="source"
      onFile={open}
      onOther={(message) => (sourceError.value = message)}
    >
      <div data-paste="source">
        <MomentStrip />
        <LossChart />
        <PreviewBar />
        <ResultBar />
        <div class="source-bar">
          {source.value && <SourceSummary />}
          <Button
            icon="capture"
            kind={source.value ? 'plain' : 'primary'}
            busy={sourceBusy.value === 'capture'}
            testId="capture"
            onClick={() => void captureLayer()}
          >
            {source.value ? translate`Capture` : translate`Capture layer`}
          </Button>
          <FileButton
            icon="open"
            accept="image/*,.tif,.tiff,.psd,.psb,.ora"
            testId="open-image"
            onFiles={([file]) => open(file)}
            label={translate`Open an image, or a Photoshop or OpenRaster file…`}
          >
            {source.value ? null : translate`Open image…`}
          </FileButton>
        </div>
        <FileLayers />
        {source.value?.note && (
          <p class="explanation source-note" role="status" data-testid="source-note">
            {source.value.note}
          </p>
        )}
        <EditorLayers />
        <SlowCapture />
        {hasResultAbove.value && (
          <Button icon="capture" testId="capture-again" disabled={sourceBusy.value !== null} onClick={() => void captureAgain()}>
            {translate`Capture the original again`}
          </Button>
        )}
        <FullSizeOffer />
        <SelectionSwitch />
        <BrushSection />
        <Message text={sourceError.value} testId="source-error" />
      </div>
    </DropZone>
  );
}

function SourceSummary() {
  const from = source.value;
  if (!from) return null;
  return (
    <div class="source-summary">
      <img class="source-thumbnail checkered" src={sourceUrl.value ?? undefined} alt="" data-testid="source-thumbnail" />
      <div class="two-lines">
        <strong data-testid="source-name">{from.name}</strong>
        <span data-testid="source-origin">
          {from.width} × {from.height} · {from.origin}
        </span>
      </div>
    </div>
  );
}
