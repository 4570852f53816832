/**
 * A mock that keeps the rules of Photopea which are documented or were seen:
 * replies go to `window.parent` only if there is one; "done" after each message, but not after an internal failure;
 * errors in scripts are silent; scripts are ES5, and `===` never finds two layers equal; what `app.open` opens is
 * there some time after "done", in the middle of the document; every second echo comes after "done".
 */
import type { EditorUnderTest } from '../editor-under-test';
import { contextOf, newCanvas, pixelsOf, shapeSheet } from '../test-canvas';
import { MockDocument } from './document';

const LATE_LAYER_MS = 120;
const LATE_ECHO_MS = 60;
const IGNORED = ['{', 'amp-', '0=goog', '3PCoo', 'ima://'];
const NOT_ES5 = /=>|\blet\b|\bconst\b|`|===|!==/;

let document_: MockDocument | null = null;
let documents: MockDocument[] = [];
let isBusy = false;
let echoes = 0;

const app = {
  get activeDocument(): MockDocument {
    if (!document_) throw new Error('no document');
    return document_;
  },
  set activeDocument(one: MockDocument) {
    document_ = one;
    show();
  },
  get documents() {
    return documents;
  },
  echoToOE(text: string) {
    if (++echoes % 2 === 0) setTimeout(() => reply(text), LATE_ECHO_MS);
    else reply(text);
  },
  open(url: string, _as: null, asSmart: boolean) {
    if (asSmart) setTimeout(() => void openAsLayer(url), LATE_LAYER_MS);
  },
};

function reply(message: string | ArrayBuffer): void {
  if (window.parent !== window) window.parent.postMessage(message, '*');
}

async function openAsLayer(url: string): Promise<void> {
  const bitmap = await createImageBitmap(await (await fetch(url)).blob());
  const target = app.activeDocument;
  const sheet = newCanvas(target.width, target.height);
  contextOf(sheet).drawImage(bitmap, Math.round((target.width - bitmap.width) / 2), Math.round((target.height - bitmap.height) / 2));
  target.add('Pasted', sheet);
  show();
}

function runScript(script: string): void {
  if (NOT_ES5.test(script)) return;
  const names = document_?.layers.map(({ name }) => name).join();
  try {
    new Function('app', 'window', 'document', script)(app, undefined, undefined);
  } catch {
    return;
  }
  if (document_ && document_.layers.map(({ name }) => name).join() !== names) document_.remember();
}

window.onmessage = ({ data }: MessageEvent<unknown>) => {
  if (typeof data !== 'string' || IGNORED.some((start) => data.startsWith(start))) return;
  if (isBusy) return;
  setTimeout(() => {
    runScript(data);
    reply('done');
  });
};

function show(): void {
  const [picture] = document.querySelectorAll<HTMLCanvasElement>('.picture');
  picture.width = document_?.width ?? 1;
  picture.height = document_?.height ?? 1;
  if (document_) contextOf(picture).drawImage(document_.flatten(), 0, 0);
}

const editorUnderTest: EditorUnderTest = {
  async open() {
    document_ = new MockDocument(reply);
    documents = [document_];
    isBusy = false;
    show();
  },
  layers: () =>
    [...app.activeDocument.layers]
      .reverse()
      .map(({ name, sheet, visible }) => ({ name: visible ? name : `${name} (hidden)`, pixels: sheet ? pixelsOf(sheet) : [] })),
  undo: () => app.activeDocument.undo(),
  select(area) {
    app.activeDocument.selected = area;
  },
  resize(width, height) {
    Object.assign(app.activeDocument, { width, height });
  },
  /** In front of the one that was open. */
  openOther() {
    document_ = new MockDocument(reply);
    document_.name = 'other.psd';
    documents.push(document_);
    show();
  },
  showFirst() {
    app.activeDocument = documents[0];
  },
  close() {
    document_ = null;
    documents = [];
  },
  chooseGround() {
    app.activeDocument.activeLayer = app.activeDocument.layers[app.activeDocument.layers.length - 1];
  },
  deleteCurrent: () => app.activeDocument.deleteCurrent(),
  lockCurrent() {
    app.activeDocument.activeLayer.allLocked = true;
  },
  hideCurrent() {
    app.activeDocument.activeLayer.visible = false;
  },
  chooseEmpty() {
    app.activeDocument.add('Empty', newCanvas());
  },
  chooseGroup() {
    app.activeDocument.add('Group', null, 'LayerSet');
  },
  chooseText() {
    app.activeDocument.add('Text', shapeSheet());
  },
  chooseAdjustment() {
    app.activeDocument.add('Curves', null);
  },
  setBusy(busy) {
    isBusy = busy;
  },
};
window.editorUnderTest = editorUnderTest;
