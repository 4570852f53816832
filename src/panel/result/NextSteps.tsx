import { Button } from '../../ui/Button';
import { job } from '../state/job';
import { chosenMoment } from '../state/moments';
import { addAsStyle, canStartHere, largerSize, paintLarger, paintMore, startHere } from '../state/next-steps';
import { translate } from '../../texts/translate';

/** Where the picture that is shown can lead to. */
export function NextSteps() {
  const isResult = Boolean(job.value?.result) && chosenMoment.value === null;
  if (!isResult && !canStartHere.value) return null;
  return (
    <div class="row next-steps" data-testid="next-steps">
      {isResult && <FromResult />}
      {canStartHere.value && (
        <Button
          kind="quiet"
          testId="start-here"
          label={translate`Start from here: a run with the styles and settings as they are now, which begins with this picture`}
          onClick={() => void startHere()}
        >
          {translate`Start from here`}
        </Button>
      )}
    </div>
  );
}

function FromResult() {
  return (
    <>
      {largerSize.value && (
        <Button kind="quiet" testId="paint-larger" onClick={() => void paintLarger()}>
          {translate`Larger: ${largerSize.value} px`}
        </Button>
      )}
      <Button kind="quiet" testId="paint-more" onClick={() => void paintMore()}>
        {translate`Paint on`}
      </Button>
      <Button kind="quiet" testId="use-as-style" onClick={() => void addAsStyle()}>
        {translate`Use as style`}
      </Button>
    </>
  );
}
