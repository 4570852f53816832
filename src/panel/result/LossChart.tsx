import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatLoss } from '../components/format';
import { chartOpen, weightedLosses } from '../state/loss-chart';
import { stageView } from '../state/stage';
import type { DrawnChart } from './draw-loss-chart';
import { translate } from '../../texts/translate';

/** How J came down: on demand, for those who want to know. */
export function LossChart() {
  const last = weightedLosses.value.at(-1);
  if (!chartOpen.value || stageView.value !== 'result' || !last) return null;
  return (
    <figure class="loss-chart" data-testid="loss-chart">
      <Drawing />
      <figcaption>
        <Part name={translate`Loss J`} value={last.total} colour="total" />
        <Part name={translate`content`} value={last.content} colour="content" />
        <Part name={translate`style`} value={last.style} colour="style" />
        <span class="soft">{translate`A dashed line: a finer size begins.`}</span>
      </figcaption>
    </figure>
  );
}

function Part({ name, value, colour }: { name: string; value: number; colour: string }) {
  return (
    <span class={`chart-part ${colour}`}>
      {name} {formatLoss(value)}
    </span>
  );
}

/** Its library is loaded with the first chart. */
function Drawing() {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnChart | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('./draw-loss-chart').then(({ drawLossChart }) => {
      if (!isWanted || !place.current) return;
      drawn.current = drawLossChart(place.current);
      drawn.current.show(weightedLosses.peek());
    });
    return () => {
      isWanted = false;
      drawn.current?.destroy();
    };
  }, []);
  useSignalEffect(() => {
    const points = weightedLosses.value;
    drawn.current?.show(points);
  });
  return <div ref={place} class="chart-place" aria-hidden="true" />;
}
