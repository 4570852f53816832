import { Button } from '../components/Button';
import { Message } from '../components/Message';
import { cancelJob, isCancelling, isOver, isRunning, job, runError } from '../state/job';
import { isStarting, startBlocker, startJob, wouldRepeat } from '../state/start-job';
import { LossSparkline } from './LossSparkline';
import { ProgressBar } from './ProgressBar';
import { StatusText } from './StatusText';

/** Always in sight: what happens now, and the button for what comes next. */
export function ActionBar() {
  const failure = job.value?.failure?.message ?? null;
  return (
    <footer class="action-bar" data-testid="action-bar" data-status={job.value?.status ?? 'idle'}>
      <ProgressBar />
      <Message text={runError.value ?? failure} testId="run-error" />
      <div class="action-status">
        <StatusText />
        <LossSparkline />
      </div>
      {isRunning.value ? (
        <Button testId="cancel" busy={isCancelling.value} onClick={() => void cancelJob()}>
          Cancel
        </Button>
      ) : (
        <StartButton />
      )}
    </footer>
  );
}

function StartButton() {
  const start = () => {
    document.querySelector('main')?.scrollTo({ top: 0 });
    void startJob();
  };
  return (
    <Button
      kind="primary"
      testId="start"
      busy={isStarting.value}
      disabled={startBlocker.value !== null}
      describedBy="start-reason"
      onClick={start}
    >
      {isOver.value && wouldRepeat.value ? 'Run again' : 'Stylize'}
    </Button>
  );
}
