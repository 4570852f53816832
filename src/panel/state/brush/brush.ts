import { computed, effect, signal } from '@preact/signals';
import { failureOf } from '../../../protocol/failure';
import { selectionMask, onlySelection } from '../selection';
import { source } from '../source';
import { stageView } from '../stage';
import { mixedStyles } from '../styles/mix';
import { evenMask, inverted, type Mask, type Tip } from './mask-drawing';
import { loadMask, maskSize } from './mask-pictures';
import { brushError, commitMask, forgetMasks, maskBefore, redoMask, undoMask, type MaskKind } from './masks';

export const brushOpen = signal(false);
export const maskKind = signal<MaskKind>('strength');
/** Diameter in hundredths of the layer's longest side. */
export const brushSize = signal(12);
/** 0…100 */
export const brushSoftness = signal(50);
/** 0…100 */
export const brushOpacity = signal(100);
export const erases = signal(false);
/** The editor's selection, to begin with; null while there is none. */
const selection = signal<Mask | null>(null);

/** A region makes sense only beside another style's. */
export const paintableKinds = computed((): readonly MaskKind[] =>
  mixedStyles.value.length > 1 ? ['strength', 'keep', 'style1', 'style2'] : ['strength', 'keep'],
);
export const paintedKind = computed((): MaskKind => (paintableKinds.value.includes(maskKind.value) ? maskKind.value : 'strength'));

export function toggleBrush(): void {
  brushOpen.value = !brushOpen.value;
  if (brushOpen.value) stageView.value = 'source';
}

/** The tip on a mask, for a pen that is pressed so hard (0…1). */
export function tipFor({ width, height }: Mask, pressure: number): Tip {
  return {
    radius: Math.max(0.5, (brushSize.value / 200) * Math.max(width, height) * pressure),
    softness: brushSoftness.value / 100,
    opacity: brushOpacity.value / 100,
    erases: erases.value,
  };
}

/** What the next stroke is drawn on; null without a layer. */
export function presentMask(): Mask | null {
  return source.value && maskBefore(paintedKind.value, erases.value, selection.value, source.value);
}

/** A quarter larger or smaller. */
export function resizeBrush(larger: boolean): void {
  const next = larger ? Math.ceil(brushSize.value * 1.25) : Math.floor(brushSize.value / 1.25);
  brushSize.value = Math.min(60, Math.max(1, next));
}

export function fillMask(): void {
  const present = presentMask();
  if (present) commitMask(paintedKind.value, evenMask(present.width, present.height, erases.value ? 0 : 255));
}

export function invertMask(): void {
  if (!source.value) return;
  // Everything that was untouched becomes nothing.
  const untouched = paintedKind.value !== 'keep';
  commitMask(paintedKind.value, inverted(maskBefore(paintedKind.value, untouched, selection.value, source.value)));
}

/** Untouched again. */
export function clearMask(): void {
  commitMask(paintedKind.value, undefined);
}

/** What changes is brought into sight. */
export function undoStroke(): void {
  maskKind.value = undoMask() ?? maskKind.value;
}

export function redoStroke(): void {
  maskKind.value = redoMask() ?? maskKind.value;
}

/** Another layer has masks of its own; the editor's selection is where a first stroke begins. */
export function followBrush(): () => void {
  let painted = source.peek()?.image;
  const disposers = [
    effect(() => {
      const image = source.value?.image;
      if (image !== painted) {
        forgetMasks();
        selection.value = null;
      }
      painted = image;
    }),
    effect(() => {
      if (brushOpen.value && source.value) void readSelection(onlySelection.value);
    }),
  ];
  return () => disposers.forEach((dispose) => dispose());
}

async function readSelection(limited: boolean): Promise<void> {
  const from = source.peek();
  if (!from) return;
  const { width, height } = maskSize(from);
  try {
    const ref = limited ? await selectionMask(from.layer) : null;
    const read = ref === null ? null : await loadMask(ref, width, height);
    if (source.peek() === from) selection.value = read;
  } catch (error) {
    brushError.value = failureOf(error).message;
  }
}
