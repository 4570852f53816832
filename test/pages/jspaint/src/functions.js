// As in JS Paint, this is the module that the page itself runs: importing it again gives the same state.
/* global selection:writable, magnification:writable, current_history_node */
const canvas = document.querySelector('canvas.main-canvas');
const area = document.querySelector('.canvas-area');
const context = canvas.getContext('2d');
let undoSteps = [];

class Selection {
  constructor(x, y, picture) {
    Object.assign(this, { x, y, width: picture.width, height: picture.height });
    this.source_canvas = copyOf(picture);
    this.canvas = copyOf(picture);
    this.position();
  }

  /** Where it is shown; until then it is seen at its old place. */
  position() {
    this.shownAt = [this.x, this.y];
  }

  draw() {
    context.drawImage(this.canvas, ...this.shownAt);
  }
}

function copyOf(picture) {
  const copy = document.createElement('canvas');
  Object.assign(copy, { width: picture.width, height: picture.height });
  copy.getContext('2d').drawImage(picture, 0, 0);
  return copy;
}

function keep(name) {
  const before = context.getImageData(0, 0, canvas.width, canvas.height);
  undoSteps.push(() => context.putImageData(before, 0, 0));
  Object.assign(current_history_node, { name });
}

/** Floats at the top left of what is visible, in whole pixels of the picture. */
export function paste(picture) {
  settle();
  keep('Paste');
  selection = new Selection(Math.ceil(area.scrollLeft / magnification), Math.ceil(area.scrollTop / magnification), picture);
}

/** Lifts a part out of the picture, which has a hole of the background's colour then. */
export function select(path, x, y, width, height) {
  settle();
  const part = document.createElement('canvas');
  Object.assign(part, { width, height });
  const inside = part.getContext('2d');
  inside.translate(-x, -y);
  inside.clip(path);
  inside.drawImage(canvas, 0, 0);
  context.save();
  context.clip(path);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.restore();
  selection = new Selection(x, y, part);
}

export function settle() {
  selection?.draw();
  selection = null;
}

export function magnify(factor) {
  magnification = factor;
  canvas.style.width = `${canvas.width * factor}px`;
  area.scrollTo(7, 5);
}

export function undo() {
  selection = null;
  undoSteps.pop()?.();
}

export function forget() {
  selection = null;
  undoSteps = [];
}
