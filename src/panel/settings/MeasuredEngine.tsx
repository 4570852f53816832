import { Button } from '../../ui/Button';
import { measureAgain, measuredEngine } from '../../preferences/measured-engine';
import { translate } from '../../texts/translate';
import { translateSentence } from '../../texts/translate-sentence';

/** Which engine “auto” means on this machine, why, and a way to doubt it. */
export function MeasuredEngine() {
  const choice = measuredEngine.value;
  return (
    <div class="field" data-testid="measured-engine">
      <span class="explanation">
        {choice
          ? translate`Measured on this machine: ${choice.name} – ${translateSentence(choice.reason)}.`
          : translate`The next run measures which engine is fastest here.`}
      </span>
      {choice && (
        <Button kind="quiet" testId="measure-again" onClick={() => void measureAgain()}>
          {translate`Measure again`}
        </Button>
      )}
    </div>
  );
}
