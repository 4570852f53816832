import { Button } from '../../ui/Button';
import { aboutDuration } from '../../ui/durations';
import { translate } from '../../texts/translate';
import { forecastKey, largerSide, refineOrder } from '../forecast';
import { keep } from '../quick';
import { paintOn, refine } from '../refine';
import { forecasts, previewBitmap, run, shown } from '../state';

/** What can be begun with the picture that is there, each with the time that it takes. */
export function StartButtons() {
  return (
    <>
      <Button kind="primary" testId="overlay-keep" disabled={!shown.value} onClick={keep}>
        {translate`Keep`}
      </Button>
      {run.value?.outcome ? <GoOn /> : <Refine />}
    </>
  );
}

function Refine() {
  return (
    <Button testId="overlay-refine" disabled={!previewBitmap.value} detail={timeOf(null)} onClick={() => void refine()}>
      {translate`Refine`}
    </Button>
  );
}

function GoOn() {
  const { id, outcome } = run.value ?? {};
  if (!id || !outcome) return null;
  const now = Math.max(outcome.width, outcome.height);
  const larger = largerSide(outcome);
  return (
    <>
      <Button testId="overlay-paint-on" detail={timeOf(id, now)} onClick={() => void paintOn(now)}>
        {translate`Paint on`}
      </Button>
      {larger && (
        <Button testId="overlay-larger" detail={timeOf(id, larger)} onClick={() => void paintOn(larger)}>
          {translate`Larger: ${larger} px`}
        </Button>
      )}
    </>
  );
}

/** "about 40 s"; null until it is known. */
function timeOf(from: string | null, size?: number): string | null {
  const order = refineOrder(from, size);
  const told = order && forecasts.value[forecastKey(order)];
  return told ? aboutDuration(1000 * told.seconds) : null;
}
