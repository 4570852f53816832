import { fileNameOf } from '../../addresses/file-name-of';
import type { EditorAdapter } from '../editor-adapter';
import { EditorError } from '../editor-error';
import { createCanvas } from '../page/canvas';
import { giveToPage } from '../page/give-to-page';
import { captureOfDocumentCanvas } from '../page/layer-capture';
import { visiblePictures } from '../page/page-elements';

const LAYER = 'image';

/** A page that shows a picture: the largest visible <img>. */
export const imageAdapter: EditorAdapter = {
  id: 'image',
  title: 'picture of this page',
  detect: () => findImage() !== null,
  describe() {
    const { naturalWidth, naturalHeight } = requireImage();
    const layers = [{ id: LAYER, name: nameOf(requireImage()), visible: true }];
    const size = { width: naturalWidth, height: naturalHeight };
    return { editor: this.id, title: this.title, documentName: document.title, ...size, layers, activeLayer: LAYER };
  },
  async capture() {
    const image = await readableCopyOf(requireImage());
    const { canvas, context } = createCanvas(image.naturalWidth, image.naturalHeight);
    context.drawImage(image, 0, 0);
    return captureOfDocumentCanvas(canvas, { layerId: LAYER, layerName: nameOf(image), documentName: document.title });
  },
  insert: (layer) => giveToPage(layer, requireImage()),
  undoHint: () => 'lookAtPage',
};

function findImage(): HTMLImageElement | null {
  return (
    visiblePictures<HTMLImageElement>('img').find(
      ({ complete, naturalWidth, naturalHeight }) => complete && naturalWidth > 1 && naturalHeight > 1,
    ) ?? null
  );
}

function requireImage(): HTMLImageElement {
  const image = findImage();
  if (!image) throw new EditorError('pictureGone');
  return image;
}

/** A picture from another site may be read if that site says so; the copy on the page was loaded without asking it. */
async function readableCopyOf(image: HTMLImageElement): Promise<HTMLImageElement> {
  const address = image.currentSrc || image.src;
  const isOwn = /^(data|blob):/.test(address) || new URL(address, document.baseURI).origin === location.origin;
  if (isOwn || image.crossOrigin !== null) return image;
  const copy = new Image();
  copy.crossOrigin = 'anonymous';
  copy.alt = image.alt;
  copy.src = address;
  return copy.decode().then(
    () => copy,
    () => image,
  );
}

function nameOf({ alt, currentSrc }: HTMLImageElement): string {
  return alt.trim() || fileNameOf(currentSrc) || 'Picture';
}

/*
To try it by hand: open any picture from the web in a tab of its own and capture it. Insert: it is downloaded, and the panel says so.
*/
