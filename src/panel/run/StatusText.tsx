import { statusLines, statusWord } from '../state/status';

/** Two lines of fixed height; only the word for the phase is read out, not every evaluation. */
export function StatusText() {
  const [first, second] = statusLines.value;
  return (
    <div class="two-lines grow" id="start-reason" data-testid="status">
      <strong>{first}</strong>
      <span>{second}</span>
      <span class="visually-hidden" role="status">
        {statusWord.value}
      </span>
    </div>
  );
}
