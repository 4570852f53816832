/** Pages that fight the overlay. */
import { MARK, type HostilePage } from './hostile-page';

const PHOTO = '/photo.png';
const page = (name: string, script: string, image = ''): HostilePage => ({
  name,
  act: 'quick',
  script,
  body: `<img id="canvas" src="${PHOTO}" style="width: 240px; height: 160px" ${image}>`,
  ends: 'either',
});

export const OVERLAYS: readonly HostilePage[] = [
  page(
    'takes our element away',
    `new MutationObserver(() => document.querySelector('brushover-overlay')?.remove()).observe(document, { childList: true, subtree: true });`,
  ),
  page(
    'has our element’s name',
    `customElements.define('brushover-overlay', class extends HTMLElement { constructor() { super(); throw new Error('${MARK}'); } });`,
  ),
  page(
    'holds shadows open',
    `const attach = Element.prototype.attachShadow; Element.prototype.attachShadow = function () { return attach.call(this, { mode: 'open' }); };`,
  ),
  page(
    'is inert and hidden',
    `document.documentElement.inert = true; document.documentElement.style.cssText = 'pointer-events: none; user-select: none;';`,
  ),
  page(
    'covers everything',
    `const cover = document.createElement('dialog'); cover.textContent = '${MARK}'; document.body.append(cover); cover.showModal(); cover.style.pointerEvents = 'none';`,
  ),
  page('moves the picture for ever', `setInterval(() => { canvas.style.marginLeft = Math.random() * 50 + 'px'; }, 5);`),
  page(
    'changes the picture’s address for ever',
    `let n = 0; setInterval(() => { document.getElementById('canvas').src = '${PHOTO}?' + n++; }, 50);`,
  ),
  page('takes the picture away', `document.addEventListener('contextmenu', () => setTimeout(() => canvas.remove(), 10));`),
  page('has a novel for a description', '', `alt="${`${MARK} `.repeat(50_000)}"`),
  page(
    'shrinks the picture to nothing',
    `document.addEventListener('contextmenu', () => { canvas.style.width = canvas.style.height = '0'; });`,
  ),
];
