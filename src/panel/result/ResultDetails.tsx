import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import type { RunReport } from '../../nst/report';
import { formatDuration, formatLoss } from '../components/format';
import { job } from '../state/job';
import { saveFile } from '../../ui/save-file';

/** How the picture was made: for those who compare, and for reports of problems. */
export function ResultDetails() {
  const report = job.value?.result?.report;
  if (!report) return null;
  const save = () => saveFile(new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }), 'brushover-report.json');
  return (
    <details class="result-details" data-testid="result-details">
      <summary>
        <Icon name="chevron" />
        How it was made
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
        Save report
      </Button>
    </details>
  );
}

export function factsOf(report: RunReport): [string, string][] {
  const { displayed, backend } = report;
  const facts: [string, string][] = [
    ['Engine', backend.description || backend.name],
    ['Chosen because', backend.reason],
    ['Time', `${formatDuration(report.elapsedMs)} for ${report.evaluations.length} evaluations`],
    ['Loss J', formatLoss(displayed.total)],
    ['Content, style', `${formatLoss(displayed.content)}, ${formatLoss(displayed.style)}`],
    ['Memory', `${Math.ceil(report.peakBytes / 2 ** 20)} MB at most`],
    ['Note', report.notes.join(' ')],
  ];
  return facts.filter(([, fact]) => fact !== '');
}
