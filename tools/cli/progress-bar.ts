import type { JobProgress } from '../../src/protocol/job';

const WIDTH = 28;

/** Redraws one line on a terminal; elsewhere prints a line at every tenth of the way. */
export function createProgressBar(stream: NodeJS.WriteStream = process.stderr): (progress: JobProgress) => void {
  let printed = -1;
  return (progress) => {
    const fraction = progress.evaluation / progress.evaluations;
    const line = describe(progress, fraction);
    if (stream.isTTY) {
      stream.write(`\r${line}${fraction >= 1 ? '\n' : ''}`);
      return;
    }
    const tenth = Math.floor(fraction * 10);
    if (tenth > printed) stream.write(`${line}\n`);
    printed = Math.max(printed, tenth);
  };
}

function describe({ evaluation, evaluations, width, height, total, remainingMs }: JobProgress, fraction: number): string {
  const filled = Math.round(fraction * WIDTH);
  const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
  const left = remainingMs === null ? '' : `, ${Math.ceil(remainingMs / 1000)} s left`;
  return `${bar} ${evaluation}/${evaluations} at ${width}×${height}, J ${total.toPrecision(4)}${left}   `;
}
