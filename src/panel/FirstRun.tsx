import { Button } from '../ui/Button';
import { translate } from '../texts/translate';
import { dismissFirstRun, showsFirstRun } from './state/first-run';

/** What to do first, until it was done or put away. */
export function FirstRun() {
  if (!showsFirstRun.value) return null;
  const dismiss = async () => {
    await dismissFirstRun();
    document.querySelector<HTMLElement>('[data-testid="capture"]')?.focus();
  };
  return (
    <section class="card first-run" aria-labelledby="first-run-title" data-testid="first-run">
      <h2 id="first-run-title">{translate`Three steps to a painted layer`}</h2>
      <ol>
        <li>{translate`Open your editor in this tab, choose a layer there, and press “Capture layer” here.`}</li>
        <li>{translate`Click a style: it is previewed on your layer within seconds.`}</li>
        <li>{translate`Press “Stylize”; the result becomes a new layer above yours.`}</li>
      </ol>
      <Button icon="check" testId="dismiss-first-run" onClick={() => void dismiss()}>
        {translate`Understood`}
      </Button>
    </section>
  );
}
