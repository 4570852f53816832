import type { ObjectiveInputs, StyleSource } from '../objective';
import type { ObjectiveSettings } from '../objective-settings';
import { groupByRegion, intersect, keptMore, Region, type Coverage } from '../position-weights';
import { createNeighborLoss } from './create-neighbor-loss';
import { createFeatureLosses, type ContentRegions } from './feature-loss';
import { createGramLosses } from './gram-loss';
import type { LossContext } from './loss';
import { LAPLACIAN_SIDES, LaplacianLoss } from './laplacian-loss';
import { hasContentLoss, hasStyleLoss } from './loss-layers';
import type { StyleView } from './style-view';
import type { Term } from './term';
import { TiledPicture } from './tiled-picture';

/** All terms that the settings ask for, with their targets; the receiver disposes terms and regions. */
export async function createTerms(
  context: LossContext,
  inputs: ObjectiveInputs,
  settings: ObjectiveSettings,
): Promise<{ terms: Term[]; regions: Region[] }> {
  const { engine, network, tiles } = context;
  const [height, width] = inputs.content.shape;
  const regions: Region[] = [];
  const regionOf = (coverage: Coverage | null): Region => {
    const region = new Region(engine, width, height, coverage);
    regions.push(region);
    return region;
  };
  const pictures: Pictures = {
    content: new TiledPicture(engine, network, inputs.content, tiles),
    previous: inputs.previous && new TiledPicture(engine, network, inputs.previous, tiles),
  };
  const counted = regionOf(inputs.coverage);
  const weighted = inputs.kept ? regionOf(keptMore(inputs.coverage, inputs.kept)) : counted;
  const terms = await contentTerms(context, settings, pictures, { counted, weighted });
  for (const styles of groupByRegion(inputs.styles)) {
    const region = regionOf(intersect(inputs.coverage, styles[0].region));
    terms.push(...(await styleTerms(context, settings, pictures, styles, region)));
  }
  return { terms, regions };
}

interface Pictures {
  content: TiledPicture;
  previous: TiledPicture | null;
}

async function contentTerms(
  context: LossContext,
  settings: ObjectiveSettings,
  { content }: Pictures,
  regions: ContentRegions,
): Promise<Term[]> {
  const { contentLosses, contentLayers } = settings;
  const terms: Term[] = [];
  if (hasContentLoss(settings, 'features')) {
    const losses = await createFeatureLosses(context, contentLayers, content, regions);
    const weightOf = (layer: string): number => contentLosses.features! * contentLayers[layer];
    for (const [layer, loss] of losses) terms.push({ kind: 'content', name: 'features', layer, weight: weightOf(layer), loss });
  }
  if (hasContentLoss(settings, 'laplacian')) {
    const weight = contentLosses.laplacian! / LAPLACIAN_SIDES.length;
    for (const side of LAPLACIAN_SIDES) {
      const loss = await LaplacianLoss.create(context, content.image, regions, side);
      if (loss) terms.push({ kind: 'content', name: 'laplacian', layer: null, weight, loss });
    }
  }
  return terms;
}

/** The terms of the styles that apply to one region. */
async function styleTerms(
  context: LossContext,
  settings: ObjectiveSettings,
  pictures: Pictures,
  sources: readonly StyleSource[],
  region: Region,
): Promise<Term[]> {
  const { styleLosses, styleLayers } = settings;
  const styles = styleViews(context, sources);
  const terms: Term[] = [];
  if (hasStyleLoss(settings, 'gram')) {
    const losses = await createGramLosses(context, styleLayers, styles, region);
    const weightOf = (layer: string): number => styleLosses.gram! * styleLayers[layer];
    for (const [layer, loss] of losses) terms.push({ kind: 'style', name: 'gram', layer, weight: weightOf(layer), loss });
  }
  if (hasStyleLoss(settings, 'neighbors')) {
    const loss = await createNeighborLoss(context, pictures.content, pictures.previous, styles, region);
    if (loss) terms.push({ kind: 'style', name: 'neighbors', layer: null, weight: styleLosses.neighbors!, loss });
  }
  for (const style of styles) style.region.dispose();
  return terms;
}

function styleViews({ engine, network }: LossContext, sources: readonly StyleSource[]): StyleView[] {
  const weightSum = sources.reduce((sum, { weight }) => sum + weight, 0);
  return sources.map(({ image, tiles, coverage, weight }) => ({
    picture: new TiledPicture(engine, network.withoutWrap(), image, tiles),
    region: new Region(engine, image.shape[1], image.shape[0], coverage),
    share: weight / weightSum,
  }));
}
