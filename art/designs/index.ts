import type { Design } from '../toolkit/design';
import { design as abstractGeometry } from './abstract-geometry';
import { design as batikBlossoms } from './batik-blossoms';
import { design as chapelFresco } from './chapel-fresco';
import { design as cubistFacets } from './cubist-facets';
import { design as cutPaperContours } from './cut-paper-contours';
import { design as cyanotypeFerns } from './cyanotype-ferns';
import { design as ebruMarbling } from './ebru-marbling';
import { design as embroideredMeadow } from './embroidered-meadow';
import { design as enamelSpirals } from './enamel-spirals';
import { design as engravedValley } from './engraved-valley';
import { design as etchedFace } from './etched-face';
import { design as fauvistFields } from './fauvist-fields';
import { design as gildedSpirals } from './gilded-spirals';
import { design as gouacheDancer } from './gouache-dancer';
import { design as halftoneComic } from './halftone-comic';
import { design as inkMountains } from './ink-mountains';
import { design as kilimWeave } from './kilim-weave';
import { design as neonRain } from './neon-rain';
import { design as nouveauLilies } from './nouveau-lilies';
import { design as paletteKnifeBirches } from './palette-knife-birches';
import { design as pastelBather } from './pastel-bather';
import { design as pastelGarden } from './pastel-garden';
import { design as pencilPortrait } from './pencil-portrait';
import { design as pointillistRiver } from './pointillist-river';
import { design as romanMosaic } from './roman-mosaic';
import { design as sprayWall } from './spray-wall';
import { design as stainedGlass } from './stained-glass';
import { design as starlitSwirls } from './starlit-swirls';
import { design as stormSea } from './storm-sea';
import { design as terrazzo } from './terrazzo';
import { design as umberPortrait } from './umber-portrait';
import { design as watercolourSunset } from './watercolour-sunset';
import { design as woodblockWaves } from './woodblock-waves';
import { design as woodcutForest } from './woodcut-forest';

/** In the order of the gallery; the first is the default style. */
export const designs: readonly Design[] = [
  starlitSwirls,
  umberPortrait,
  pointillistRiver,
  fauvistFields,
  pencilPortrait,
  stormSea,
  pastelGarden,
  pastelBather,
  cubistFacets,
  etchedFace,
  paletteKnifeBirches,
  chapelFresco,
  gouacheDancer,
  watercolourSunset,
  woodblockWaves,
  sprayWall,
  cutPaperContours,
  enamelSpirals,
  stainedGlass,
  abstractGeometry,
  halftoneComic,
  romanMosaic,
  inkMountains,
  ebruMarbling,
  embroideredMeadow,
  woodcutForest,
  gildedSpirals,
  neonRain,
  engravedValley,
  cyanotypeFerns,
  batikBlossoms,
  nouveauLilies,
  kilimWeave,
  terrazzo,
];
