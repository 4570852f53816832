import { Button } from '../../ui/Button';
import { translate } from '../../texts/translate';
import { translateSentence } from '../../texts/translate-sentence';
import { openHistory } from '../open-panel';
import { isGone, notice, run, type Notice } from '../state';
import { sizeWords, statusWords } from '../words';
import { AllowHost } from './AllowHost';

/** What went wrong or was done; what happens, or how it ended; what the picture lacks. */
export function Words() {
  if (isGone.value) return <p role="status">{translate`The page took its picture away; this one can still be copied or downloaded.`}</p>;
  if (notice.value) return <NoticeWords notice={notice.value} />;
  const endedId = run.value?.outcome ? run.value.id : null;
  return (
    <>
      {statusWords.value && (
        <div class="row words">
          <p data-testid="overlay-words" data-fraction={run.value?.fractionDone ?? 0}>
            {statusWords.value} {sizeWords.value}
          </p>
          {endedId && (
            <Button kind="quiet" testId="overlay-open-history" onClick={() => void openHistory(endedId)}>
              {translate`Open the history`}
            </Button>
          )}
        </div>
      )}
      {!run.value && <AllowHost />}
    </>
  );
}

function NoticeWords({ notice: { kind, text } }: { notice: Notice }) {
  return (
    <p class={kind} role={kind === 'error' ? 'alert' : 'status'} data-testid="overlay-words">
      {translateSentence(text)}
    </p>
  );
}
