import { computed, signal } from '@preact/signals';
import type { ImageRef } from '../../../protocol/layer';
import { failureOf } from '../../../protocol/failure';
import { evenMask, inverted, type Mask } from './mask-drawing';
import { loadMask, maskSize, storeMask } from './mask-pictures';

/** How strongly a place changes, how faithfully its shapes are kept, where the first and where the second style applies. */
const MASK_KINDS = ['strength', 'keep', 'style1', 'style2'] as const;
export type MaskKind = (typeof MASK_KINDS)[number];

type Masks = Partial<Record<MaskKind, Mask>>;
export type MaskRefs = Partial<Record<MaskKind, ImageRef>>;

interface Step {
  kind: MaskKind;
  mask: Mask | undefined;
}

const UNDO_STEPS = 24;

/** What was painted on the present layer; a kind that is missing was never touched. */
export const masks = signal<Masks>({});
/** The same, stored: a moment later. */
export const maskRefs = signal<MaskRefs>({});
export const brushError = signal<string | null>(null);
const undoSteps = signal<Step[]>([]);
const redoSteps = signal<Step[]>([]);
export const canUndo = computed(() => undoSteps.value.length > 0);
export const canRedo = computed(() => redoSteps.value.length > 0);
let stored: Promise<void> = Promise.resolve();

/** A new picture of one meaning; undefined for untouched. */
export function commitMask(kind: MaskKind, mask: Mask | undefined): void {
  undoSteps.value = [...undoSteps.value, { kind, mask: masks.value[kind] }].slice(-UNDO_STEPS);
  redoSteps.value = [];
  put({ kind, mask });
}

/** Returns what was undone, so that it can be brought into sight. */
export function undoMask(): MaskKind | null {
  return step(undoSteps, redoSteps);
}

export function redoMask(): MaskKind | null {
  return step(redoSteps, undoSteps);
}

function step(from: typeof undoSteps, to: typeof redoSteps): MaskKind | null {
  const last = from.value.at(-1);
  if (!last) return null;
  from.value = from.value.slice(0, -1);
  to.value = [...to.value, { kind: last.kind, mask: masks.value[last.kind] }];
  put(last);
  return last.kind;
}

/** For another layer. */
export function forgetMasks(): void {
  masks.value = {};
  maskRefs.value = {};
  undoSteps.value = [];
  redoSteps.value = [];
  brushError.value = null;
}

/** What was painted before the panel was closed; what is gone is left out. */
export async function restoreMasks(refs: MaskRefs, size: { width: number; height: number }): Promise<void> {
  const { width, height } = maskSize(size);
  for (const kind of MASK_KINDS) {
    const ref = refs[kind];
    const mask = ref && (await loadMask(ref, width, height).catch(() => undefined));
    if (!mask) continue;
    masks.value = { ...masks.value, [kind]: mask };
    maskRefs.value = { ...maskRefs.value, [kind]: ref };
  }
}

/** The stored pictures once the last stroke is among them. */
export async function storedMasks(): Promise<MaskRefs> {
  await stored;
  return maskRefs.value;
}

/** Where each of two styles applies: one that was not painted takes what the other leaves. */
export async function styleRegions(styles: number): Promise<(ImageRef | null)[]> {
  const { style1, style2 } = masks.value;
  if (styles < 2 || (!style1 && !style2)) return [];
  const refs = await storedMasks();
  const left = async (other: Mask | undefined): Promise<ImageRef | null> => (other ? storeMask(inverted(other)) : null);
  return Promise.all([refs.style1 ?? left(style2), refs.style2 ?? left(style1)]);
}

function put({ kind, mask }: Step): void {
  masks.value = { ...masks.value, [kind]: mask };
  stored = stored.then(() => store(kind, mask)).catch((error) => void (brushError.value = failureOf(error).message));
}

/** A newer stroke's picture is not replaced by an older one's. */
async function store(kind: MaskKind, mask: Mask | undefined): Promise<void> {
  const ref = mask && (await storeMask(mask));
  if (masks.value[kind] === mask) maskRefs.value = { ...maskRefs.value, [kind]: ref };
}

/** What a first stroke is drawn on. An untouched strength means everywhere: painting begins with nothing, erasing with all. */
export function maskBefore(kind: MaskKind, erases: boolean, selection: Mask | null, size: { width: number; height: number }): Mask {
  const { width, height } = maskSize(size);
  const untouched = kind === 'strength' && selection ? selection : evenMask(width, height, kind !== 'keep' && erases ? 255 : 0);
  return masks.value[kind] ?? untouched;
}
