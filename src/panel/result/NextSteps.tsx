import { Button } from '../components/Button';
import { job } from '../state/job';
import { largerSize, paintLarger, paintMore, addAsStyle } from '../state/next-steps';

/** Where a finished picture can lead to. */
export function NextSteps() {
  if (!job.value?.result) return null;
  return (
    <div class="row next-steps" data-testid="next-steps">
      {largerSize.value && (
        <Button kind="quiet" testId="paint-larger" onClick={() => void paintLarger()}>
          {`Larger: ${largerSize.value} px`}
        </Button>
      )}
      <Button kind="quiet" testId="paint-more" onClick={() => void paintMore()}>
        Paint on
      </Button>
      <Button kind="quiet" testId="use-as-style" onClick={() => void addAsStyle()}>
        Use as style
      </Button>
    </div>
  );
}
