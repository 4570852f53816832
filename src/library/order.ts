import type { LibraryEngine, Order } from './messages';
import { pixelsOf, type Picture } from './pictures';
import { completeSettings, type Settings } from './settings';
import { StylizeError } from './stylize-error';

export interface StyleOrder {
  picture: Picture;
  /** Relative to the other styles; 1 unless given. */
  weight?: number;
  /** White where the style applies. */
  mask?: Picture;
}

export interface StylizeOrder {
  content: Picture;
  style: Picture | readonly StyleOrder[];
  /** White where the picture may change. */
  mask?: Picture;
  /** White where shapes are kept, such as eyes and lettering. */
  keepMask?: Picture;
  /** Longest side of the result; the content's unless given, which takes long where that is large. */
  size?: number;
  settings?: Settings;
}

/** Everything read and checked. Throws StylizeError. */
export async function preparedOrder(
  { content, style, mask, keepMask, size, settings = {} }: StylizeOrder,
  engine: LibraryEngine | 'auto',
  wantsPictures: boolean,
): Promise<Order> {
  const optional = (picture: Picture | undefined, what: string) => (picture ? pixelsOf(picture, what) : null);
  const complete = completeSettings(settings);
  if (size !== undefined && !(Number.isInteger(size) && size >= 16)) {
    throw new StylizeError('bad-setting', '`size` needs a whole number of at least 16.');
  }
  const styles = isList(style) ? style : [{ picture: style }];
  if (!styles.every(({ weight = 1 }) => weight >= 0 && Number.isFinite(weight))) {
    throw new StylizeError('bad-setting', 'The weight of a style needs a number of at least 0.');
  }
  if (!styles.some(({ weight = 1 }) => weight > 0)) {
    throw new StylizeError('bad-setting', '`style` needs at least one picture with a weight above 0.');
  }
  return {
    images: {
      content: await pixelsOf(content, 'The content'),
      styles: await Promise.all(
        styles.map(async (each) => ({
          image: await pixelsOf(each.picture, 'A style'),
          weight: each.weight ?? 1,
          mask: await optional(each.mask, 'The mask of a style'),
        })),
      ),
      mask: await optional(mask, 'The mask'),
      keepMask: await optional(keepMask, 'The mask of what is kept'),
      size: size ?? null,
    },
    settings: complete,
    engine,
    wantsPictures,
  };
}

function isList(style: StylizeOrder['style']): style is readonly StyleOrder[] {
  return Array.isArray(style);
}
