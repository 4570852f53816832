import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { canGoOn, cancelJob, isCancelling, isRunning, job, orderJob, runError } from '../state/job';
import { isStarting, startBlocker, startJob, wouldRepeat } from '../state/start-job';
import { changeSettings, settings } from '../../preferences/settings';
import { LossSparkline } from './LossSparkline';
import { ProgressBar } from './ProgressBar';
import { StatusText } from './StatusText';
import { translate } from '../../texts/translate';
import { translateSentence } from '../../texts/translate-sentence';

/** Always in sight: what happens now, and the buttons for what comes next. */
export function ActionBar() {
  const failure = job.value?.failure?.message ?? null;
  return (
    <footer class="action-bar" data-testid="action-bar" data-status={job.value?.status ?? 'idle'}>
      <ProgressBar />
      <Message text={runError.value ?? failure} testId="run-error" />
      {job.value?.notes.map((note) => (
        <p key={note} class="message note" data-testid="run-note">
          {translateSentence(note)}
        </p>
      ))}
      <div class="action-status">
        <StatusText />
        <LossSparkline />
      </div>
      {isRunning.value && <RunButtons />}
      <div class="action-buttons">
        {canGoOn.value && (
          <Button kind="primary" icon="play" testId="continue" onClick={() => void orderJob('resumeJob')}>
            {translate`Continue`}
          </Button>
        )}
        <StartButton />
      </div>
    </footer>
  );
}

/** Orders to the job at work; each takes effect after the evaluation that it is in. */
function RunButtons() {
  const isEnding = job.value?.status === 'stopping';
  return (
    <div class="action-buttons">
      <Button icon="pause" testId="pause" disabled={isEnding} onClick={() => void orderJob('pauseJob')}>
        {translate`Pause`}
      </Button>
      <Button
        icon="stop"
        testId="stop"
        disabled={isEnding || job.value?.status !== 'running'}
        label={translate`Stop and keep: end here, with the best picture so far as the result`}
        onClick={() => void orderJob('stopJob')}
      >
        {translate`Stop and keep`}
      </Button>
      <Button testId="cancel" busy={isCancelling.value} onClick={() => void cancelJob()}>
        {translate`Cancel`}
      </Button>
    </div>
  );
}

function StartButton() {
  const start = () => {
    document.querySelector('main')?.scrollTo({ top: 0 });
    // The same once more would make the same picture.
    if (isVariation()) changeSettings({ seed: settings.value.seed + 1 });
    void startJob();
  };
  return (
    <Button
      kind={canGoOn.value || isRunning.value ? 'plain' : 'primary'}
      testId="start"
      busy={isStarting.value}
      disabled={startBlocker.value !== null}
      describedBy="start-reason"
      onClick={start}
    >
      {startWords()}
    </Button>
  );
}

function startWords(): string {
  if (isRunning.value) return translate`Add to the queue`;
  return isVariation() ? translate`Variation` : translate`Stylize`;
}

function isVariation(): boolean {
  return !isRunning.value && job.value?.status === 'done' && !job.value.result?.stopped && wouldRepeat.value;
}
