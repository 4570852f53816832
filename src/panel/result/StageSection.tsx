import { DropZone } from '../components/DropZone';
import { brushOpen } from '../state/brush/brush';
import { openImage, sourceError } from '../state/source';
import { stageRatio, stageShows } from '../state/stage';
import { translate } from '../../texts/translate';
import { Stage } from './Stage';

/** Stays in sight while what is below it scrolls, smaller then. */
export function StageSection() {
  const kind = stageShows.value === 'empty' ? 'empty' : brushOpen.value ? 'painted' : 'shown';
  return (
    <DropZone
      class={`stage-place ${kind}`}
      style={{ '--ratio': stageRatio.value }}
      hint={translate`Drop to open as the picture`}
      testId="stage-place"
      onFile={(file) => void openImage(file, file.name)}
      onOther={(message) => (sourceError.value = message)}
    >
      <div class="stage-frame" data-paste="source">
        <Stage />
      </div>
    </DropZone>
  );
}
