import { PreviewStrength } from '../../ui/PreviewStrength';
import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { isOver, job } from '../state/job';
import { layerOfJob, openedFile, saveWithResult } from '../state/layered-file';
import { chosenMoment } from '../state/moments';
import {
  copyResult,
  downloadResult,
  hasPicture,
  hasStrength,
  insertFailure,
  insertOutcome,
  insertResult,
  isInserting,
  resultError,
  resultNotice,
  resultStrength,
} from '../state/result';
import { source } from '../state/source';
import { stageView } from '../state/stage';
import { isStarting } from '../state/start-job';
import { NextSteps } from './NextSteps';
import { ResultDetails } from './ResultDetails';
import { translate } from '../../texts/translate';

/** What can be done with the picture of a job that is over. */
export function ResultBar() {
  const isAboutMoment = chosenMoment.value !== null;
  if (isStarting.value || stageView.value !== 'result') return null;
  if (!isAboutMoment && !(isOver.value && hasPicture.value)) return null;
  return (
    <div class="result-bar" data-testid="result-bar">
      {hasStrength.value && (
        <PreviewStrength
          class="preview-strength"
          strength={resultStrength.value}
          testId="result-strength"
          onChange={(strength) => (resultStrength.value = strength)}
        />
      )}
      <div class="row">
        {job.value?.request.layer && <InsertButton />}
        <Button icon="download" kind="plain" testId="download" label={translate`Download PNG`} onClick={() => void downloadResult()}>
          {job.value?.request.layer ? null : translate`Download PNG`}
        </Button>
        <Button icon="copy" kind="plain" testId="copy" label={translate`Copy`} onClick={() => void copyResult()}>
          {job.value?.request.layer ? null : translate`Copy`}
        </Button>
      </div>
      {layerOfJob.value && (
        <div class="row">
          <Button icon="layer" testId="save-file" onClick={() => void saveWithResult()}>
            {translate`Save ${openedFile.value?.name ?? ''} with it as a layer`}
          </Button>
        </div>
      )}
      <Message text={tellsOfSource() ? (insertOutcome.value?.message ?? null) : null} kind="success" testId="insert-outcome" />
      <Message text={resultNotice.value} kind="success" testId="result-notice" />
      <Message text={resultError.value ?? insertFailure.value} testId="result-error" />
      <NextSteps />
      {!isAboutMoment && <ResultDetails />}
    </div>
  );
}

/** What became of a picture is old news once another one was captured. */
function tellsOfSource(): boolean {
  return !source.value || source.value.image === job.value?.request.content;
}

function InsertButton() {
  const done = insertOutcome.value !== null;
  return (
    <Button
      icon={done ? 'check' : 'layer'}
      kind={done ? 'plain' : 'primary'}
      busy={isInserting.value}
      testId="insert"
      onClick={() => void insertResult()}
    >
      {done ? translate`Inserted · insert again` : translate`Insert as new layer`}
    </Button>
  );
}
