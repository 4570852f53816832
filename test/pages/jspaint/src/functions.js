// As in JS Paint, this is the module that the page itself runs: importing it again gives the same state.
const canvas = document.querySelector('canvas.main-canvas');
const context = canvas.getContext('2d');
let floating = null;
let undoSteps = [];

function keep() {
  const before = context.getImageData(0, 0, canvas.width, canvas.height);
  undoSteps.push(() => context.putImageData(before, 0, 0));
}

export function paste(picture) {
  keep();
  floating = picture;
}

export function settle() {
  if (floating) context.drawImage(floating, 0, 0);
  floating = null;
}

export function undoable({ name }, action) {
  if (!name) throw new Error('an undoable needs a name');
  keep();
  action();
}

export function undo() {
  floating = null;
  undoSteps.pop()?.();
}

export function forget() {
  floating = null;
  undoSteps = [];
}
