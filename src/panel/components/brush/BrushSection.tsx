import { useEffect } from 'preact/hooks';
import {
  brushOpen,
  brushSize,
  brushOpacity,
  brushSoftness,
  erases,
  maskKind,
  paintableKinds,
  paintedKind,
  toggleBrush,
} from '../../state/brush/brush';
import { brushError, type MaskKind } from '../../state/brush/masks';
import { source } from '../../state/source';
import { stageView } from '../../state/stage';
import { Button } from '../../../ui/Button';
import { Message } from '../../../ui/Message';
import { Segmented } from '../../../ui/Segmented';
import { BrushButtons } from './BrushButtons';
import { BrushSlider } from './BrushSlider';
import { FindButtons } from './FindButtons';
import { handleBrushKey } from './brush-keys';

const NAMES: Record<MaskKind, string> = { strength: 'Strength', keep: 'Keep', style1: 'Style 1', style2: 'Style 2' };

const EXPLANATIONS: Record<MaskKind, string> = {
  strength: 'Paint where the layer changes, and how much. Erase to leave the rest as it is. Begins with the editor’s selection.',
  keep: 'Paint over eyes, faces and lettering: their shapes stay recognisable, though they are painted.',
  style1: 'Paint where the first style applies; the second takes the rest.',
  style2: 'Paint where the second style applies; the first takes the rest.',
};

/** Masks by brush on the large picture. */
export function BrushSection() {
  if (!source.value) return null;
  return (
    <div class="brush-section">
      <Button icon="brush" pressed={brushOpen.value} testId="brush" onClick={toggleBrush}>
        Paint where
      </Button>
      {brushOpen.value && <BrushTools />}
      <Message text={brushError.value} testId="brush-error" />
    </div>
  );
}

function BrushTools() {
  useEffect(() => {
    window.addEventListener('keydown', handleBrushKey);
    return () => window.removeEventListener('keydown', handleBrushKey);
  }, []);
  const choose = (kind: MaskKind): void => {
    maskKind.value = kind;
    stageView.value = 'source';
  };
  return (
    <div class="brush-tools" data-testid="brush-tools">
      <Segmented
        label="What to paint"
        name="mask"
        value={paintedKind.value}
        choices={paintableKinds.value.map((kind) => [kind, NAMES[kind]] as const)}
        onChange={choose}
      />
      <p class="explanation">{EXPLANATIONS[paintedKind.value]}</p>
      <FindButtons />
      <Segmented
        label="Brush"
        name="brush-does"
        value={erases.value ? 'erase' : 'paint'}
        choices={[
          ['paint', 'Paint'],
          ['erase', 'Erase'],
        ]}
        onChange={(choice) => (erases.value = choice === 'erase')}
      />
      <BrushSlider label="Size" value={brushSize} min={1} max={60} />
      <BrushSlider label="Softness" value={brushSoftness} min={0} max={100} />
      <BrushSlider label="Opacity" value={brushOpacity} min={1} max={100} />
      <BrushButtons />
      <p class="explanation">Keys: [ and ] size, X erase, Z undo, Shift+Z redo.</p>
    </div>
  );
}
