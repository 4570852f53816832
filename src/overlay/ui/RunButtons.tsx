import { Button } from '../../ui/Button';
import { translate } from '../../texts/translate';
import { command } from '../refine';
import { run } from '../state';

/** Orders to the run; each takes effect after the evaluation that it is in. */
export function RunButtons() {
  const { status, fractionDone } = run.value ?? {};
  const isAtRest = status === 'paused' || status === 'interrupted';
  if (!isAtRest && fractionDone === null) return <Cancel />;
  const isEnding = status === 'stopping';
  return (
    <>
      {isAtRest ? (
        <Button key="first" kind="primary" icon="play" testId="overlay-continue" onClick={() => void command('resume')}>
          {translate`Continue`}
        </Button>
      ) : (
        <Button key="first" icon="pause" testId="overlay-pause" busy={isEnding} onClick={() => void command('pause')}>
          {translate`Pause`}
        </Button>
      )}
      <Button
        key="second"
        icon="stop"
        testId="overlay-stop"
        busy={isEnding}
        label={translate`Stop and keep: end here, with the best picture so far as the result`}
        onClick={() => void command('stop')}
      >
        {translate`Stop and keep`}
      </Button>
    </>
  );
}

/** There is nothing to keep yet. */
function Cancel() {
  return (
    <Button testId="overlay-cancel" onClick={() => void command('cancel')}>
      {translate`Cancel`}
    </Button>
  );
}
