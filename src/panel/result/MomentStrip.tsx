import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { Thumbnail } from '../components/Thumbnail';
import { StoredPicture } from '../history/StoredPicture';
import { isRunning } from '../state/job';
import { chooseMoment, chosenMoment, momentsError, strip, toggleKept, type StripPicture } from '../state/moments';
import { stageView } from '../state/stage';
import { translate } from '../../texts/translate';

/** The pictures on the way of a run: to look back, and to keep or insert one that was better than what came after it. */
export function MomentStrip() {
  if (stageView.value !== 'result' || strip.value.length === 0) return null;
  return (
    <div data-testid="moments">
      <fieldset class="moments">
        <legend class="visually-hidden">{translate`Pictures on the way`}</legend>
        {strip.value.map((moment) => (
          <MomentTile key={moment.evaluation} moment={moment} />
        ))}
        <label class="moment newest">
          <input type="radio" name="moment" checked={chosenMoment.value === null} onChange={() => chooseMoment(null)} />
          <span class="moment-name">{isRunning.value ? translate`Now` : translate`Result`}</span>
        </label>
      </fieldset>
      {chosenMoment.value && <ChosenMoment moment={chosenMoment.value} />}
      <Message text={momentsError.value} testId="moments-error" />
    </div>
  );
}

function MomentTile({ moment }: { moment: StripPicture }) {
  const { evaluation, picture, kept } = moment;
  return (
    <label class={`moment ${kept ? 'kept' : ''}`} title={nameOf(moment)}>
      <input
        type="radio"
        name="moment"
        checked={chosenMoment.value?.evaluation === evaluation}
        data-testid="moment"
        data-evaluation={evaluation}
        onChange={() => chooseMoment(evaluation)}
      />
      {picture ? <Thumbnail picture={picture} /> : <StoredPicture class="thumbnail" image={kept?.image ?? null} />}
      <span class="moment-name">{nameOf(moment)}</span>
    </label>
  );
}

function ChosenMoment({ moment }: { moment: StripPicture }) {
  return (
    <div class="row chosen-moment">
      <span class="grow">{translate`The picture at ${nameOf(moment)}.`}</span>
      <Button
        icon={moment.kept ? 'check' : 'pin'}
        kind="quiet"
        testId="keep-moment"
        pressed={moment.kept !== null}
        onClick={() => void toggleKept(moment)}
      >
        {moment.kept ? translate`Kept in the history` : translate`Keep in the history`}
      </Button>
    </div>
  );
}

function nameOf({ fractionDone }: StripPicture): string {
  return `${Math.round(100 * fractionDone)} %`;
}
