/** A page that works against us, and what may come of it. */
export interface HostilePage {
  name: string;
  /** What the user asks for on it. */
  act: 'capture' | 'insert' | 'quick';
  /** Runs before anything else on the page; for `insert` it runs once the layer was captured. */
  script: string;
  /** Instead of the honest canvas and picture. */
  body?: string;
  ends: Ending;
}

export type Ending =
  /** In spite of the page. */
  | 'works'
  /** With a sentence. */
  | 'told'
  | 'either'
  /** The page never answers: others do meanwhile, and when its tab is closed there is a sentence. */
  | 'waits';

/** Stands for what a page would have us say. */
export const MARK = 'EVIL';

const HONEST_BODY = `<canvas id="canvas" width="96" height="64" style="width: 384px; height: 256px"></canvas>
<script>
  const context = document.getElementById('canvas').getContext('2d');
  for (let x = 0; x < 96; x += 8) { context.fillStyle = 'hsl(' + 4 * x + ' 80% 50%)'; context.fillRect(x, 0, 8, 64); }
</script>`;

export function htmlOf({ act, script, body = HONEST_BODY }: HostilePage): string {
  const run = act === 'insert' ? `window.turn = () => { ${script} };` : script;
  // The driver waits for the mark; it is set before the attack could prevent it.
  return `<!doctype html><html><head><meta charset="utf-8"><title>A page</title></head>
<body data-ready style="margin: 0">${act === 'capture' ? body + scriptOf(run) : scriptOf(run) + body}</body></html>`;
}

const scriptOf = (text: string): string => `<script>${text}</script>`;
