import type { Design } from '../toolkit/design';
import { design as ebruMarbling } from './ebru-marbling';
import { design as halftoneComic } from './halftone-comic';
import { design as inkMountains } from './ink-mountains';
import { design as paletteKnifeBirches } from './palette-knife-birches';
import { design as pointillistRiver } from './pointillist-river';
import { design as romanMosaic } from './roman-mosaic';
import { design as stainedGlass } from './stained-glass';
import { design as starlitSwirls } from './starlit-swirls';
import { design as watercolourSunset } from './watercolour-sunset';
import { design as woodcutForest } from './woodcut-forest';

/** In the order of the gallery; the first is the default style. */
export const designs: readonly Design[] = [
  starlitSwirls,
  stainedGlass,
  romanMosaic,
  woodcutForest,
  pointillistRiver,
  halftoneComic,
  paletteKnifeBirches,
  watercolourSunset,
  inkMountains,
  ebruMarbling,
];
