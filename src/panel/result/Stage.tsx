import { useEffect, useRef } from 'preact/hooks';
import { BrushCanvas } from '../components/brush/BrushCanvas';
import { PictureCanvas } from '../components/PictureCanvas';
import { Segmented } from '../../ui/Segmented';
import { brushOpen } from '../state/brush/brush';
import { contentUrl, job, resultUrl } from '../state/job';
import { isPreviewing, previewKind, previewPicture } from '../state/preview';
import { StoredPicture } from '../history/StoredPicture';
import { chosenMoment } from '../state/moments';
import { hasStrength, resultStrength } from '../state/result';
import { source, sourceUrl } from '../state/source';
import { shownView, stageShows, stageView, stageViews, type StageView } from '../state/stage';
import { compares, compareSplit, isZoomed, look } from '../state/zoom';
import { startZoom, zoomButtons } from '../components/zoom/start-zoom';
import { followScrolling } from './follow-scrolling';
import { Compare } from '../../ui/Compare';
import { EmptyStage } from './EmptyStage';
import { LivePicture } from './LivePicture';
import { translate } from '../../texts/translate';

const VIEW_NAMES: Record<StageView, string> = { source: translate`Layer`, preview: translate`Preview`, result: translate`Result` };

const PREVIEW_LABELS = { fast: translate`Preview`, optimized: translate`Preview of what Stylize makes` };

/** The large picture: the layer, the preview of a style, G as it grows, then both to compare. */
export function Stage() {
  const stage = useRef<HTMLDivElement>(null);
  const isEmpty = stageShows.value === 'empty';
  useEffect(() => (stage.current ? followScrolling(stage.current) : undefined), []);
  useEffect(() => (isEmpty || !stage.current ? undefined : startZoom(stage.current)), [isEmpty]);
  return (
    <>
      <div
        ref={stage}
        class="stage"
        data-testid="stage"
        data-shows={stageShows.value}
        data-preview={previewKind.value}
        aria-busy={isPreviewing.value}
      >
        {isEmpty ? <EmptyStage /> : <Fitted />}
        {!isEmpty && zoomButtons.value && <zoomButtons.value />}
        <span class="stage-side" role="status">
          {sideShown()}
        </span>
      </div>
      {stageViews.value.length > 1 && (
        <div class="stage-view" style={{ '--views': stageViews.value.length }}>
          <Segmented
            label={translate`Show`}
            name="view"
            value={shownView.value}
            choices={stageViews.value.map((view) => [view, VIEW_NAMES[view]] as const)}
            onChange={(view) => (stageView.value = view)}
          />
        </div>
      )}
    </>
  );
}

/** The picture as large as the stage has room for it, or enlarged; it takes the focus of a click, and with it the stage's keys. */
function Fitted() {
  const { zoom, x, y } = look.value;
  const style = isZoomed.value ? { '--zoom': zoom, '--x': x, '--y': y } : undefined;
  return (
    <div class={isZoomed.value ? 'fit checkered zoomed' : 'fit checkered'} style={style} tabIndex={-1} data-testid="fit">
      <StagePicture />
    </div>
  );
}

/** Said where the comparison shows one of the two alone. */
function sideShown(): string | null {
  if (!compares.value) return null;
  if (compareSplit.value === 0) return translate`After`;
  return compareSplit.value === 100 ? translate`Before` : null;
}

function StagePicture() {
  switch (stageShows.value) {
    case 'compare':
      return (
        <Compare before={contentUrl.value} split={compareSplit}>
          {/* Over the layer itself, which is what a blend is of. */}
          {hasStrength.value && <img class="under" src={contentUrl.value ?? undefined} alt="" />}
          <div class="after" style={{ opacity: hasStrength.value ? resultStrength.value / 100 : 1 }}>
            <ResultPicture />
          </div>
        </Compare>
      );
    case 'preview':
      return (
        <Compare before={sourceUrl.value} split={compareSplit}>
          <PictureCanvas class="after" picture={previewPicture.value} label={PREVIEW_LABELS[previewKind.value]} testId="preview" />
        </Compare>
      );
    case 'live':
      return chosenMoment.value ? <MomentPicture /> : <LivePicture />;
    case 'waiting':
      return <img class="waiting" src={contentUrl.value ?? undefined} alt={job.value?.activity ?? translate`Preparing`} />;
    default:
      return (
        <>
          <img src={sourceUrl.value ?? undefined} alt={source.value?.name ?? ''} data-testid="source-picture" />
          {brushOpen.value && <BrushCanvas />}
        </>
      );
  }
}

function ResultPicture() {
  if (chosenMoment.value) return <MomentPicture />;
  return <img src={resultUrl.value ?? undefined} alt={translate`Result`} data-testid="result" />;
}

function MomentPicture() {
  const { picture = null, kept = null } = chosenMoment.value ?? {};
  if (!picture) return <StoredPicture class="" image={kept?.image ?? null} />;
  return <PictureCanvas picture={picture} label={translate`The picture as it was then`} testId="moment-picture" />;
}
