import { activeSlot, secondPercent, secondStyle, type StyleSlot } from '../state/styles/mix';
import { selectedStyle, type GalleryStyle } from '../state/styles/styles';
import { translate } from '../../texts/translate';

/** Two styles and their shares. */
export function StyleMix() {
  const share = secondPercent.value;
  return (
    <div class="style-mix" data-testid="style-mix">
      <MixPart slot="first" style={selectedStyle.value} share={100 - share} />
      <MixPart slot="second" style={secondStyle.value} share={share} />
      <input
        class="mix-share"
        type="range"
        min={0}
        max={100}
        step={5}
        value={share}
        style={{ '--fill': `${share}%` }}
        aria-label={translate`Share of the second style`}
        aria-valuetext={`${share} % ${secondStyle.value?.name ?? ''}`}
        data-testid="mix-share"
        onInput={({ currentTarget }) => (secondPercent.value = currentTarget.valueAsNumber)}
      />
    </div>
  );
}

interface MixPartProps {
  slot: StyleSlot;
  style: GalleryStyle | null;
  share: number;
}

/** Pressed means that the next choice below replaces this one. */
function MixPart({ slot, style, share }: MixPartProps) {
  return (
    <button
      type="button"
      class="mix-part"
      aria-pressed={activeSlot.value === slot}
      title={translate`Choose below to replace this one`}
      data-testid={`mix-${slot}`}
      onClick={() => (activeSlot.value = slot)}
    >
      <img src={style?.imageUrl} alt="" />
      <span class="two-lines">
        <strong>{style?.name}</strong>
        <span>{share} %</span>
      </span>
    </button>
  );
}
