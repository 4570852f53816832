import { computed, effect, signal } from '@preact/signals';
import type { RgbaImage } from '../../nst/images/image';
import { failureOf } from '../../protocol/failure';
import type { PreviewRequest } from '../../protocol/previews';
import { askPreview } from './ask-preview';
import { maskRefs } from './brush/masks';
import { mixedStyles } from './styles/mix';
import { onlySelection, selectionMask } from './selection';
import { settings } from '../../preferences/settings';
import { source, type Source } from './source';

/** As large as the panel shows it, and small enough to come at once. */
const PREVIEW_SIDE = 384;

/** 0…100: how far the preview goes from the layer's own style to the chosen one. */
export const previewStrength = signal(100);
/** As the feed-forward networks paint it. */
export const preview = signal<FastPreview | null>(null);
/** As the optimisation begins to paint it, of the same choice. */
export const optimizedPreview = signal<{ of: FastPreview; settings: string; picture: RgbaImage } | null>(null);
/** What Quick would take, while it is pointed at. */
export const showsFastPreview = signal(false);
export const isPreviewing = signal(false);
export const previewError = signal<string | null>(null);

/** The fast preview of the present source; an older one's goes with it. */
const fastPreviewPicture = computed(() => (preview.value && preview.value.content === source.value?.image ? preview.value.picture : null));
/** The truer one, of the same choice. */
const optimizedPicture = computed(() =>
  fastPreviewPicture.value && optimizedPreview.value?.of === preview.value ? optimizedPreview.value.picture : null,
);
export const previewKind = computed(() => (optimizedPicture.value && !showsFastPreview.value ? 'optimized' : 'fast'));
export const previewPicture = computed(() => (previewKind.value === 'optimized' ? optimizedPicture.value : fastPreviewPicture.value));

/** What the present choice asks for; null while there is nothing to preview. */
export const previewOrder = computed(() => {
  const from = source.value;
  if (!from || mixedStyles.value.length === 0) return null;
  return {
    from,
    styles: mixedStyles.value.map(({ style, weight }) => ({ source: style.source, weight })),
    strength: previewStrength.value / 100,
    keepColors: settings.value.keepColors,
    masked: onlySelection.value,
    painted: maskRefs.value.strength ?? null,
    kept: maskRefs.value.keep ?? null,
    regions: mixedStyles.value.length > 1 ? [maskRefs.value.style1 ?? null, maskRefs.value.style2 ?? null] : [],
  };
});
/** Whether something is painted that the feed-forward networks know nothing of. */
export const exceedsFastPreview = computed(() => Boolean(previewOrder.value?.kept) || (previewOrder.value?.regions ?? []).some(Boolean));

export type PreviewOrder = NonNullable<typeof previewOrder.value>;

export interface FastPreview {
  content: string;
  order: PreviewOrder;
  picture: RgbaImage;
}

/** Paints a preview whenever the choice changes; the newest choice is the only one that counts. */
export function followPreviews(): () => void {
  let running: AbortController | null = null;
  const key = computed(() => JSON.stringify(previewOrder.value));
  return effect(() => {
    if (!key.value) return;
    running?.abort();
    running = new AbortController();
    const order = previewOrder.peek();
    if (order) void paint(order, running.signal);
  });
}

async function paint(order: PreviewOrder, signal: AbortSignal): Promise<void> {
  isPreviewing.value = true;
  try {
    const request = await requestOf(order, PREVIEW_SIDE, false);
    const { picture } = await askPreview(request, signal);
    preview.value = { content: request.content, order, picture };
    previewError.value = null;
  } catch (error) {
    if (!signal.aborted) previewError.value = failureOf(error).message;
  } finally {
    if (!signal.aborted) isPreviewing.value = false;
  }
}

export async function requestOf(order: PreviewOrder, size: number, keep: boolean): Promise<Omit<PreviewRequest, 'id'>> {
  const { from, styles, strength, keepColors, masked, painted } = order;
  return {
    content: from.image,
    mask: painted ?? (await maskOf(from, masked)),
    styles,
    strength,
    keepColors,
    size,
    optimized: null,
    keep,
    priority: 'chosen',
  };
}

let lastMask: { content: string; masked: boolean; mask: Promise<string | null> } | null = null;

/** Stored once for all previews of a layer. */
function maskOf({ image, layer }: Source, masked: boolean): Promise<string | null> {
  if (lastMask?.content !== image || lastMask.masked !== masked) {
    lastMask = { content: image, masked, mask: selectionMask(layer) };
  }
  return lastMask.mask;
}
