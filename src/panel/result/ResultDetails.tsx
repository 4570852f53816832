import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import type { RunReport } from '../../nst/report';
import { formatDuration } from '../../ui/durations';
import { formatLoss } from '../components/format';
import { job } from '../state/job';
import { saveFile } from '../../ui/save-file';
import { translate } from '../../texts/translate';
import { translateSentence } from '../../texts/translate-sentence';

/** How the picture was made: for those who compare, and for reports of problems. */
export function ResultDetails() {
  const report = job.value?.result?.report;
  if (!report) return null;
  const save = () => saveFile(new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }), 'brushover-report.json');
  return (
    <details class="result-details" data-testid="result-details">
      <summary>
        <Icon name="chevron" />
        {translate`How it was made`}
      </summary>
      <dl>
        {factsOf(report).map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <Button icon="download" kind="quiet" testId="save-report" onClick={save}>
        {translate`Save report`}
      </Button>
    </details>
  );
}

export function factsOf(report: RunReport): [string, string][] {
  const { displayed, backend } = report;
  const facts: [string, string][] = [
    [translate`Engine`, backend.description || backend.name],
    [translate`Chosen because`, translateSentence(backend.reason)],
    [translate`Time`, translate`${formatDuration(report.elapsedMs)} for ${report.evaluations.length} evaluations`],
    [translate`Loss J`, formatLoss(displayed.total)],
    [translate`Content, style`, `${formatLoss(displayed.content)}, ${formatLoss(displayed.style)}`],
    [translate`Memory`, translate`${Math.ceil(report.peakBytes / 2 ** 20)} MB at most`],
    [translate`Note`, report.notes.map(translateSentence).join(' ')],
  ];
  return facts.filter(([, fact]) => fact !== '');
}
