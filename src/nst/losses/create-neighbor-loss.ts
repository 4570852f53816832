import type { Tensor } from '../engines/engine';
import type { Region } from '../position-weights';
import { ColumnFrame } from './column-frame';
import { HYPERCOLUMN_GRID, HYPERCOLUMN_LAYERS, HypercolumnBuilder } from './hypercolumns';
import { LayerStatistics, mixedMoments, type LayerMoments } from './layer-statistics';
import type { LossContext } from './loss';
import { NeighborLoss, type NeighborTarget } from './neighbor-loss';
import { CandidatePositions } from './style-candidates';
import type { StyleView } from './style-view';
import type { TiledPicture } from './tiled-picture';

/** Positions of all styles of one region together that G's are compared with: 40 MB of hypercolumns in VGG-16. */
export const MOST_CANDIDATES = 8192;
/** Of G's previous scale in the guide of the next: strokes that were found go on. */
const PREVIOUS_SHARE = 0.25;

/** A style whose candidates are not centred yet. */
interface RawStyle {
  share: number;
  candidates: Tensor;
  moments: Map<string, LayerMoments>;
}

interface Guide {
  picture: TiledPicture;
  share: number;
}

/**
 * Matches every position of the region with the nearest of each style's candidates. What is compared is a guide: the
 * hypercolumns of C, from the second scale on ¾ of C's and ¼ of those of `previous`, the enlarged G; they are measured
 * from the guide's own means, in the styles' unit. Null where a picture is too small to have a position.
 */
export async function createNeighborLoss(
  context: LossContext,
  content: TiledPicture,
  previous: TiledPicture | null,
  styles: readonly StyleView[],
  region: Region,
): Promise<NeighborLoss | null> {
  const { engine, geometries } = context;
  if (region.positions(geometries.get(HYPERCOLUMN_GRID)!) <= 0) return null;
  const raw: RawStyle[] = [];
  for (const style of styles) {
    const candidates = await styleCandidates(context, style, Math.floor(MOST_CANDIDATES / styles.length));
    if (candidates) raw.push(candidates);
  }
  if (raw.length === 0) return null;
  const moments = mixedMoments(normalized(raw));
  const frame = new ColumnFrame(engine, moments, moments);
  for (const { candidates } of raw) {
    frame.center(candidates);
    engine.scaleToUnitLength(candidates);
  }
  const guides = previous
    ? [
        { picture: content, share: 1 - PREVIOUS_SHARE },
        { picture: previous, share: PREVIOUS_SHARE },
      ]
    : [{ picture: content, share: 1 }];
  const { moments: guideMoments, kept } = await measureGuide(context, guides, region);
  const guideFrame = new ColumnFrame(engine, guideMoments, moments);
  const targets = matchTiles(context, guides, kept, guideFrame, normalized(raw));
  guideFrame.dispose();
  return new NeighborLoss(context, region, frame, targets);
}

/** Hypercolumns of a style's candidates as they are, and its moments; the style is looked at once. */
async function styleCandidates(context: LossContext, { picture, region, share }: StyleView, most: number): Promise<RawStyle | null> {
  const { engine, geometries } = context;
  const [height, width] = picture.image.shape;
  const positions = new CandidatePositions(engine, width, height, geometries.get(HYPERCOLUMN_GRID)!, region, most);
  if (positions.rows === 0) return null;
  const statistics = new LayerStatistics(engine, geometries, region);
  let candidates: Tensor | null = null;
  picture.tiles.forEach((tile, tileIndex) => {
    const columns = tileColumns(context, picture, tileIndex, (layer, activation) => statistics.add(tile, layer, activation));
    const indices = positions.indicesIn(tile);
    const part = engine.gatherPositions(columns, indices);
    engine.dispose(columns, indices);
    if (!candidates) {
      candidates = part;
    } else {
      engine.addScaled(candidates, part, 1);
      engine.dispose(part);
    }
  });
  return { share, candidates: candidates!, moments: await statistics.finish() };
}

/** The guide's own moments; of a single tile its hypercolumns too, so that it is not looked at twice. */
async function measureGuide(
  context: LossContext,
  guides: readonly Guide[],
  region: Region,
): Promise<{ moments: Map<string, LayerMoments>; kept: Tensor | null }> {
  const { engine, geometries, tiles } = context;
  const statistics = guides.map(() => new LayerStatistics(engine, geometries, region));
  let kept: Tensor | null = null;
  tiles.forEach((tile, tileIndex) => {
    const columns = mixedColumns(context, guides, tileIndex, (i, layer, activation) => statistics[i].add(tile, layer, activation));
    if (tiles.length === 1) kept = columns;
    else engine.dispose(columns);
  });
  const parts = [];
  for (const [i, { share }] of guides.entries()) parts.push({ share, moments: await statistics[i].finish() });
  return { moments: mixedMoments(parts), kept };
}

function matchTiles(
  context: LossContext,
  guides: readonly Guide[],
  kept: Tensor | null,
  frame: ColumnFrame,
  styles: readonly (RawStyle & { share: number })[],
): NeighborTarget[] {
  const { engine } = context;
  const matches: Tensor[][] = styles.map(() => []);
  context.tiles.forEach((_, tileIndex) => {
    const guide = kept ?? mixedColumns(context, guides, tileIndex);
    frame.center(guide);
    styles.forEach(({ candidates }, k) => matches[k].push(engine.nearestPositions(guide, candidates)));
    engine.dispose(guide);
  });
  return styles.map(({ share, candidates }, k) => ({ share, candidates, matches: matches[k] }));
}

function mixedColumns(
  context: LossContext,
  guides: readonly Guide[],
  tileIndex: number,
  alsoSee: (guideIndex: number, layer: string, activation: Tensor) => void = () => undefined,
): Tensor {
  const { engine } = context;
  const parts = guides.map(({ picture }, i) =>
    tileColumns(context, picture, tileIndex, (layer, activation) => alsoSee(i, layer, activation)),
  );
  const [mixed, ...others] = parts;
  engine.scale(mixed, guides[0].share);
  others.forEach((columns, i) => engine.addScaled(mixed, columns, guides[i + 1].share));
  engine.dispose(...others);
  return mixed;
}

function tileColumns(
  { engine, geometries }: LossContext,
  picture: TiledPicture,
  tileIndex: number,
  alsoSee: (layer: string, activation: Tensor) => void = () => undefined,
): Tensor {
  const builder = new HypercolumnBuilder(engine, geometries);
  picture.visitTile(tileIndex, HYPERCOLUMN_LAYERS, (layer, activation) => {
    builder.add(layer, activation);
    alsoSee(layer, activation);
  });
  return builder.finish();
}

/** The same with shares that sum to 1. */
function normalized<T extends { share: number }>(parts: readonly T[]): T[] {
  const sum = parts.reduce((total, { share }) => total + share, 0);
  return parts.map((part) => ({ ...part, share: part.share / sum }));
}
