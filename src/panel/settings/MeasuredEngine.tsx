import { Button } from '../../ui/Button';
import { measureAgain, measuredEngine } from '../../preferences/measured-engine';

/** Which engine “auto” means on this machine, why, and a way to doubt it. */
export function MeasuredEngine() {
  const choice = measuredEngine.value;
  return (
    <div class="field" data-testid="measured-engine">
      <span class="explanation">
        {choice ? `Measured on this machine: ${choice.name} – ${choice.reason}.` : 'The next run measures which engine is fastest here.'}
      </span>
      {choice && (
        <Button kind="quiet" testId="measure-again" onClick={() => void measureAgain()}>
          Measure again
        </Button>
      )}
    </div>
  );
}
