/** `npm run check`: its parts two at a time; what each says comes in one piece. */
import { spawn } from 'node:child_process';
import { CHECK_PARTS } from './check-parts';

const AT_ONCE = 2;

function runPart(part: string): Promise<number> {
  const child = spawn('npm', ['run', '--silent', part], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => said.push(piece));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      if (status !== 0) console.error(`npm run ${part}: failed`);
      resolve(status ?? 1);
    });
  });
}

async function runInTurn(parts: Iterator<string>): Promise<void> {
  for (let next = parts.next(); !next.done; next = parts.next()) {
    if ((await runPart(next.value)) !== 0) process.exitCode = 1;
  }
}

const parts = CHECK_PARTS.values();
await Promise.all(Array.from({ length: AT_ONCE }, () => runInTurn(parts)));
