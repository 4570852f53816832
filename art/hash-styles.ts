import { createHash } from 'node:crypto';
import { designs } from './designs/index';
import { drawDesign } from './toolkit/design';

/** Prints {"id+shift": sha256 of the pixels}: hash-styles.ts ID… or ID+1 for the design with the next seed. */
function hashStyles(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, hashStyle(name)]));
}

function hashStyle(name: string): string {
  const [id, shift = '0'] = name.split('+');
  const design = designs.find((candidate) => candidate.id === id);
  if (!design) throw new Error(`There is no style "${id}"; styles/index.json lists them.`);
  const canvas = drawDesign({ ...design, seed: design.seed + Number(shift) });
  return createHash('sha256').update(canvas.toRgba()).digest('hex');
}

console.log(JSON.stringify(hashStyles(process.argv.slice(2))));
