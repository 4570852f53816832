import { blobOfBase64Png } from '../base64';
import type { BrushoverDocument, BrushoverEditor, BrushoverLayer, BrushoverNewLayer, BrushoverSelection } from '../convention';
import type { EditorAdapter, NewLayer } from '../editor-adapter';
import { EditorError } from '../editor-error';
import { createCanvas } from '../page/canvas';
import { drawableOf, shapeOf } from '../page/given-pixels';
import { brokenPicture, groupLayer, hiddenLayer, noDocument, noLayer } from '../page/errors';
import { captureOfDocumentCanvas, selectionInDocument, type LayerFacts } from '../page/layer-capture';
import { askEditor } from './self-described-answers';

const LONGEST_TITLE = 60;

/** Pages that describe themselves by `window.brushover`: docs/for-editor-authors.md */
export const selfDescribedAdapter: EditorAdapter = {
  id: 'self-described',
  get title() {
    return titleOf(findEditor());
  },
  detect: () => findEditor() !== null,
  async describe() {
    const { document, title } = await requireDocument();
    const { name, width, height, layers, activeLayer } = document;
    return {
      editor: this.id,
      title,
      documentName: name,
      width,
      height,
      layers: layers.map(({ id, name, visible = true }) => ({ id, name, visible })),
      activeLayer,
    };
  },
  async capture(wanted) {
    const { editor, document } = await requireDocument();
    const layer = wantedLayer(document, wanted);
    const { image, x = 0, y = 0, alpha = 1, selection } = await askEditor('readLayer', () => editor.readLayer(layer.id));
    const { canvas, context } = createCanvas(document.width, document.height);
    context.globalAlpha = alpha;
    context.drawImage(await drawableOf(image), x, y);
    const facts = { layerId: layer.id, layerName: layer.name, documentName: document.name };
    return captureOfDocumentCanvas(canvas, { ...facts, ...(await selectionFacts(selection, document)) });
  },
  async insert(layer) {
    const { editor, document } = await requireDocument();
    const request = await requestOf(layer, document);
    const { id } = await askEditor('insertLayer', () => editor.insertLayer(request));
    const after = await requireDocument();
    if (!after.document.layers.some((one) => one.id === id)) throw new EditorError('nothingAdded');
    return 'layer';
  },
  undoHint: () => 'oneStep',
};

/** An element with this id is a global of the same name. */
function findEditor(): BrushoverEditor | null {
  const editor: Partial<BrushoverEditor> | undefined = Reflect.get(window, 'brushover');
  if (typeof editor !== 'object' || editor === null || editor.version !== 1) return null;
  const methods = [editor.document, editor.readLayer, editor.insertLayer];
  return methods.every((method) => typeof method === 'function') ? (editor as BrushoverEditor) : null;
}

function titleOf(editor: BrushoverEditor | null): string {
  return typeof editor?.title === 'string' && editor.title.trim() ? editor.title.trim().slice(0, LONGEST_TITLE) : 'This editor';
}

async function requireDocument(): Promise<{ editor: BrushoverEditor; title: string; document: BrushoverDocument }> {
  const editor = findEditor();
  const title = titleOf(editor);
  const document = editor && (await askEditor('document', () => editor.document()));
  if (!editor || !document) throw noDocument();
  return { editor, title, document };
}

function wantedLayer({ layers, activeLayer }: BrushoverDocument, wanted: string | null): BrushoverLayer {
  const layer = layers.find(({ id }) => id === wanted) ?? layers.find(({ id }) => id === activeLayer);
  if (!layer) throw noLayer();
  if (layer.visible === false) throw hiddenLayer(layer.name);
  if (layer.hasPixels === false) throw groupLayer(layer.name);
  return layer;
}

async function selectionFacts(
  selection: BrushoverSelection | null | undefined,
  { width, height }: BrushoverDocument,
): Promise<Pick<LayerFacts, 'selection' | 'mask'>> {
  const inside = selectionInDocument(selection, width, height);
  if (!selection?.mask || !inside) return { selection: inside };
  const { canvas, context } = createCanvas(width, height);
  context.drawImage(await shapeOf(selection.mask), selection.x, selection.y);
  return { selection: inside, mask: canvas };
}

/** A layer that is gone is no place: then the picture goes above the current one. */
async function requestOf({ png, name, x, y, width, height, above }: NewLayer, { layers }: BrushoverDocument): Promise<BrushoverNewLayer> {
  const image = await createImageBitmap(blobOfBase64Png(png), { resizeWidth: width, resizeHeight: height }).catch(() => {
    throw brokenPicture();
  });
  return { image, name, undoName: name, x, y, width, height, above: layers.some(({ id }) => id === above) ? above : null };
}

/*
To try it by hand: open any page, paste the example of docs/for-editor-authors.md into its console with an `editor` of your own,
capture and insert: the page gets its layer through `insertLayer`.
*/
