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
import { translate } from '../../../texts/translate';

const NAMES: Record<MaskKind, string> = {
  strength: translate`Strength`,
  keep: translate`Keep`,
  style1: translate`Style 1`,
  style2: translate`Style 2`,
};

const EXPLANATIONS: Record<MaskKind, string> = {
  strength: translate`Paint where the layer changes, and how much. Erase to leave the rest as it is. Begins with the editor’s selection.`,
  keep: translate`Paint over eyes, faces and lettering: their shapes stay recognisable, though they are painted.`,
  style1: translate`Paint where the first style applies; the second takes the rest.`,
  style2: translate`Paint where the second style applies; the first takes the rest.`,
};

/** Masks by brush on the large picture. */
export function BrushSection() {
  if (!source.value) return null;
  return (
    <div class="brush-section">
      <Button icon="brush" pressed={brushOpen.value} testId="brush" onClick={toggleBrush}>
        {translate`Paint where`}
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
        label={translate`What to paint`}
        name="mask"
        value={paintedKind.value}
        choices={paintableKinds.value.map((kind) => [kind, NAMES[kind]] as const)}
        onChange={choose}
      />
      <p class="explanation">{EXPLANATIONS[paintedKind.value]}</p>
      <FindButtons />
      <Segmented
        label={translate`Brush`}
        name="brush-does"
        value={erases.value ? 'erase' : 'paint'}
        choices={[
          ['paint', translate`Paint`],
          ['erase', translate`Erase`],
        ]}
        onChange={(choice) => (erases.value = choice === 'erase')}
      />
      <BrushSlider label={translate`Size`} testId="brush-size" value={brushSize} min={1} max={60} />
      <BrushSlider label={translate`Softness`} testId="brush-softness" value={brushSoftness} min={0} max={100} />
      <BrushSlider label={translate`Opacity`} testId="brush-opacity" value={brushOpacity} min={1} max={100} />
      <BrushButtons />
      <p class="explanation">{translate`Keys: [ and ] size, X erase, Z undo, Shift+Z redo.`}</p>
    </div>
  );
}
