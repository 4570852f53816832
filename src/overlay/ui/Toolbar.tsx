import type { RecentStyle } from '../../protocol/previews';
import { PreviewStrength } from '../../ui/PreviewStrength';
import { chooseStrength, chooseStyle, closeQuick } from '../quick';
import { refine, stopRefining } from '../refine';
import { isGone, isPainting, notice, phase, progress, session, shown, strength, style } from '../state';
import { copy, download } from '../take-away';
import { AllowHost } from './AllowHost';
import { Brush } from './Stage';
import { translate } from '../../texts/translate';
import { translateSentence } from '../../texts/translate-sentence';

/** Everything that can be done with the stylised picture. */
export function Toolbar() {
  const isRefining = phase.value === 'refining';
  return (
    <div
      class={`card toolbar ${isGone.value ? 'gone' : ''}`}
      role="toolbar"
      aria-label="Brushover"
      data-testid="overlay-toolbar"
      data-phase={phase.value}
      data-painting={isPainting.value}
    >
      <Progress />
      <div class="row">
        <Brush />
        <StyleChoice />
        <PreviewStrength class="strength" strength={strength.value} testId="overlay-strength" onChange={chooseStrength} />
      </div>
      <div class="row">
        <Action id="keep" primary onClick={() => (phase.value = 'kept')}>
          {translate`Keep`}
        </Action>
        {isRefining ? (
          <Action id="stop" always onClick={stopRefining}>
            {translate`Stop`}
          </Action>
        ) : (
          <Action id="refine" onClick={() => void refine()}>
            {phase.value === 'refined' ? translate`Refine again` : translate`Refine`}
          </Action>
        )}
        <Action id="copy" onClick={() => void copy()}>
          {translate`Copy`}
        </Action>
        <Action id="download" onClick={() => void download()}>
          {translate`Download`}
        </Action>
        <Action id="undo" always onClick={closeQuick}>
          {translate`Undo`} <kbd>Esc</kbd>
        </Action>
      </div>
      <Words />
    </div>
  );
}

interface ActionProps {
  id: string;
  primary?: boolean;
  /** Also while there is no picture yet. */
  always?: boolean;
  onClick: () => void;
  children: preact.ComponentChildren;
}

function Action({ id, primary = false, always = false, onClick, children }: ActionProps) {
  return (
    <button
      type="button"
      class={primary ? 'primary' : 'plain'}
      disabled={!always && !shown.value}
      data-testid={`overlay-${id}`}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

function StyleChoice() {
  const styles = session.value?.styles ?? [];
  const all = styles.some(({ name }) => name === style.value?.name) ? styles : [style.value as RecentStyle, ...styles];
  return (
    <select
      aria-label={translate`Style`}
      data-testid="overlay-style"
      value={style.value?.name}
      onChange={({ currentTarget }) => {
        const chosen = all.find(({ name }) => name === currentTarget.value);
        if (chosen) chooseStyle(chosen);
      }}
    >
      {all.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** A thin line along the upper edge. */
function Progress() {
  const now = progress.value;
  const share = now && now.evaluations > 0 ? now.evaluation / now.evaluations : 0;
  const isBusy = isPainting.value || phase.value === 'refining';
  return (
    <div class={`progress ${isBusy ? 'busy' : ''} ${now ? '' : 'unknown'}`} aria-hidden="true">
      <span style={{ width: `${100 * share}%` }} />
    </div>
  );
}

/** One line of words: what went wrong, what happens, or what was done. */
function Words() {
  if (isGone.value) return <p role="status">{translate`The page took its picture away; this one can still be copied or downloaded.`}</p>;
  if (notice.value)
    return (
      <p class={notice.value.kind} role={notice.value.kind === 'error' ? 'alert' : 'status'} data-testid="overlay-words">
        {translateSentence(notice.value.text)}
      </p>
    );
  if (phase.value === 'refining')
    return (
      <p data-testid="overlay-words" data-evaluation={progress.value?.evaluation ?? 0}>
        {refiningWords()}
      </p>
    );
  return <AllowHost />;
}

function refiningWords(): string {
  const now = progress.value;
  if (!now || now.evaluation === 0) return translate`Refining: the optimisation begins from this picture …`;
  const { evaluation, evaluations, remainingMs } = now;
  if (remainingMs === null) return translate`Refining: evaluation ${evaluation} of ${evaluations}`;
  return translate`Refining: evaluation ${evaluation} of ${evaluations}, ${Math.ceil(remainingMs / 1000)} s left`;
}
