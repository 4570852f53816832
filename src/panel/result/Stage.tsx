import { Segmented } from '../components/Segmented';
import { contentUrl, job } from '../state/job';
import { source, sourceUrl } from '../state/source';
import { canChooseView, stageRatio, stageShows, stageView } from '../state/stage';
import { Compare } from './Compare';
import { EmptyStage } from './EmptyStage';
import { LivePicture } from './LivePicture';

const VIEWS = [
  ['source', 'Layer'],
  ['result', 'Result'],
] as const;

/** The large picture: the layer, then G as it grows, then both to compare. */
export function Stage() {
  return (
    <div class="stage" style={{ '--ratio': stageRatio.value }} data-testid="stage" data-shows={stageShows.value}>
      {stageShows.value === 'empty' ? (
        <EmptyStage />
      ) : (
        <div class="fit checkered">
          <StagePicture />
        </div>
      )}
      {canChooseView.value && (
        <div class="stage-view">
          <Segmented label="Show" name="view" value={stageView.value} choices={VIEWS} onChange={(view) => (stageView.value = view)} />
        </div>
      )}
    </div>
  );
}

function StagePicture() {
  switch (stageShows.value) {
    case 'compare':
      return <Compare />;
    case 'live':
      return <LivePicture />;
    case 'waiting':
      return <img class="waiting" src={contentUrl.value ?? undefined} alt={job.value?.activity ?? 'Preparing'} />;
    default:
      return <img src={sourceUrl.value ?? undefined} alt={source.value?.name ?? ''} data-testid="source-picture" />;
  }
}
