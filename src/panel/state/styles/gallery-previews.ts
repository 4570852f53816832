import { effect, signal, type Signal } from '@preact/signals';
import type { RgbaImage } from '../../../nst/images/image';
import type { PreviewRequest } from '../../../protocol/previews';
import { askPreview } from '../ask-preview';
import { transferSettingsOf } from '../../../preferences/panel-settings';
import { settings } from '../../../preferences/settings';
import { source } from '../source';
import type { GalleryStyle } from './styles';

/** A little more than a tile has pixels on most screens. */
const TILE_SIDE = 128;

/** A truer tile takes about a second: enough to know it by. */
const TRUER_SIDE = 96;
/** Files of the styles that the feed-forward networks turn into blobs or tints. See docs/decisions/0066. */
const MISLEADING = new Set(
  ['enamel-spirals', 'stained-glass', 'spray-wall', 'pointillist-river', 'cut-paper-contours', 'halftone-comic'].map((id) => `${id}.jpg`),
);

type TileOrder = Pick<PreviewRequest, 'content' | 'styles' | 'strength' | 'mask'>;

const pictures = new Map<string, Signal<RgbaImage | null>>();
const visible = new Map<string, GalleryStyle>();
let content: { image: string; abort: AbortController } | null = null;

/** The style on the present layer; null while it isn't painted, and the style's own picture is to be shown. */
export function tilePicture(styleId: string): Signal<RgbaImage | null> {
  const known = pictures.get(styleId);
  if (known) return known;
  const made = signal<RgbaImage | null>(null);
  pictures.set(styleId, made);
  return made;
}

export function tileAppeared(style: GalleryStyle): void {
  visible.set(style.id, style);
  void paint(style);
}

/** What waits for its turn is painted all the same: whoever scrolls there and back finds it. */
export function tileDisappeared({ id }: GalleryStyle): void {
  visible.delete(id);
}

/** A new layer cancels what was to be painted of the last one, and begins with the styles in sight. */
export function followGalleryPreviews(): () => void {
  return effect(() => {
    const image = source.value?.image ?? null;
    if (image === (content?.image ?? null)) return;
    content?.abort.abort();
    content = image === null ? null : { image, abort: new AbortController() };
    for (const picture of pictures.values()) picture.value = null;
    asked.clear();
    for (const style of visible.values()) void paint(style);
  });
}

const asked = new Set<string>();

async function paint(style: GalleryStyle): Promise<void> {
  if (!content || asked.has(style.id)) return;
  asked.add(style.id);
  const { image, abort } = content;
  const order = { content: image, styles: [{ source: style.source, weight: 1 }], strength: 1, mask: null };
  try {
    const preview = await askPreview(
      { ...order, size: TILE_SIDE, keepColors: 'none', priority: 'gallery', optimized: null, keep: false },
      abort.signal,
    );
    if (abort.signal.aborted) return;
    tilePicture(style.id).value = preview.picture;
    if (misleads(style)) await paintTruer(style, order, abort.signal);
  } catch {
    // The tile keeps the style's own picture; choosing the style says what is wrong.
  }
}

/** Replaces the feed-forward picture by what the optimisation begins with. */
async function paintTruer(style: GalleryStyle, order: TileOrder, signal: AbortSignal): Promise<void> {
  const optimized = transferSettingsOf(settings.peek());
  const { picture } = await askPreview(
    { ...order, size: TRUER_SIDE, keepColors: 'none', priority: 'gallery', optimized, keep: false },
    signal,
  );
  if (!signal.aborted) tilePicture(style.id).value = picture;
}

function misleads({ source: style }: GalleryStyle): boolean {
  return style.kind === 'built-in' && MISLEADING.has(style.file);
}
