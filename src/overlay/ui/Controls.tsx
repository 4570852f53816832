import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/Button';
import { PreviewStrength } from '../../ui/PreviewStrength';
import { Segmented } from '../../ui/Segmented';
import { translate } from '../../texts/translate';
import { openInPanel } from '../open-panel';
import { chooseStrength, undo } from '../quick';
import { isGone, isPainting, isRefining, lookAt, phase, refinedBitmap, run, shown, strength, view } from '../state';
import { copy, download } from '../take-away';
import { Brush } from './Brush';
import { ProgressLine } from './ProgressLine';
import { RunButtons } from './RunButtons';
import { StartButtons } from './StartButtons';
import { StyleChoice } from './StyleChoice';
import { Words } from './Words';

/** Everything that can be done with the stylised picture. It takes the focus: whoever asked for it goes on here. */
export function Controls() {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.focus({ preventScroll: true }), []);
  return (
    <div
      ref={place}
      class={`card controls ${isGone.value ? 'gone' : ''}`}
      role="dialog"
      aria-label="Brushover"
      tabIndex={-1}
      data-testid="overlay-controls"
      data-phase={phase.value}
      data-status={run.value?.status}
      data-painting={isPainting.value}
    >
      <ProgressLine />
      <div class="row">
        <Brush />
        <StyleChoice />
        {refinedBitmap.value && <ViewChoice />}
        <PreviewStrength class="strength" strength={strength.value} testId="overlay-strength" onChange={chooseStrength} />
      </div>
      <div class="row">
        {isRefining.value ? <RunButtons /> : <StartButtons />}
        <span class="ends">
          <TakeAway />
          <Button testId="overlay-undo" onClick={undo}>
            {translate`Undo`} <kbd>Esc</kbd>
          </Button>
        </span>
      </div>
      <Words />
    </div>
  );
}

/** The preview is never gone: whoever likes it better takes it. */
function ViewChoice() {
  return (
    <Segmented
      label={translate`Show`}
      name="overlay-view"
      value={view.value}
      choices={[
        ['preview', translate`Preview`],
        ['refined', translate`Refined`],
      ]}
      onChange={lookAt}
    />
  );
}

function TakeAway() {
  const isNothingThere = !shown.value;
  return (
    <>
      <Button icon="copy" testId="overlay-copy" label={translate`Copy`} disabled={isNothingThere} onClick={() => void copy()} />
      <Button
        icon="download"
        testId="overlay-download"
        label={translate`Download PNG`}
        disabled={isNothingThere}
        onClick={() => void download()}
      />
      <Button icon="panel" testId="overlay-panel" label={translate`Open in the panel`} onClick={() => void openInPanel()} />
    </>
  );
}
