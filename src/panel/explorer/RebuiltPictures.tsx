import { useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { RebuiltFrom } from '../../protocol/explorer';
import { Button } from '../../ui/Button';
import { translate } from '../../texts/translate';
import { PictureCanvas } from '../components/PictureCanvas';
import { endWork, explored, isRebuilt, rebuildExplored, rebuilding } from '../state/explorer/explorer';
import { exploredUrl, explorerBlocker } from '../state/explorer/explored-picture';

const CAPTIONS: Record<RebuiltFrom, string> = { content: translate`From content`, style: translate`From style` };
const LABELS: Record<RebuiltFrom, string> = {
  content: translate`The picture, rebuilt from the content of this layer alone`,
  style: translate`The picture, rebuilt from the style up to this layer alone`,
};

/** The picture, and what is left of it where this layer is all that is known. */
export function RebuiltPictures() {
  const place = useRef<HTMLDivElement>(null);
  const now = rebuilding.value;
  // The button is gone when all is there: the keyboard goes on at what can be done next.
  const start = async (): Promise<void> => {
    await rebuildExplored();
    if (isRebuilt.value && document.activeElement === document.body) place.current?.focus();
  };
  return (
    <div ref={place} class="rebuilt" role="group" aria-label={translate`Rebuilt from this layer`} tabIndex={-1}>
      <div class="rebuilt-pictures">
        <Figure caption={translate`Picture`}>{exploredUrl.value && <img src={exploredUrl.value} alt="" />}</Figure>
        <RebuiltFigure from="content" />
        <RebuiltFigure from="style" />
      </div>
      {!isRebuilt.value && (
        <Button
          icon={now ? 'stop' : 'play'}
          testId={now ? 'cancel-rebuild' : 'rebuild'}
          disabled={!explored.value || explorerBlocker.value !== null}
          onClick={() => (now ? endWork() : void start())}
        >
          {now ? translate`Cancel` : translate`Rebuild the picture from this layer`}
        </Button>
      )}
    </div>
  );
}

function RebuiltFigure({ from }: { from: RebuiltFrom }) {
  const now = rebuilding.value?.from === from ? rebuilding.value : null;
  const done = explored.value?.rebuilt[from]?.picture ?? null;
  const picture = done ?? now?.picture ?? null;
  return (
    <Figure caption={CAPTIONS[from]}>
      {picture && <PictureCanvas picture={picture} label={LABELS[from]} testId={done ? `rebuilt-${from}` : `rebuilding-${from}`} />}
      {now && (
        <div
          class="rebuilding-progress"
          role="progressbar"
          aria-label={CAPTIONS[from]}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor(100 * now.fraction)}
        >
          <span style={{ inlineSize: `${100 * now.fraction}%` }} />
        </div>
      )}
    </Figure>
  );
}

function Figure({ caption, children }: { caption: string; children: ComponentChildren }) {
  return (
    <figure class="explored-figure">
      <div class="explored-frame">{children}</div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
