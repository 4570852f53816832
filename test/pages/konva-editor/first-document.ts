import Konva from 'konva';
import { createDocument, createLayer, refreshRows, setStage } from './document';

const MARGIN = 34;
const CAPTION_HEIGHT = 64;

/** A photo on paper with a caption: three layers, of which the photo is current. */
export async function openPhoto(container: HTMLDivElement, address: string): Promise<Konva.Stage> {
  const photo = await loadImage(address);
  const width = photo.naturalWidth + 2 * MARGIN;
  const height = photo.naturalHeight + MARGIN + CAPTION_HEIGHT;
  const stage = createDocument(container, nameOf(address), width, height);
  const photoLayer = createLayer('Photo', new Konva.Image({ image: photo, x: MARGIN, y: MARGIN, cornerRadius: 5 }));
  stage.add(createLayer('Paper', paper(width, height)), photoLayer, createLayer('Caption', caption(width, height)));
  setStage({ activeLayer: photoLayer.id() });
  refreshRows();
  return stage;
}

async function loadImage(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

function nameOf(address: string): string {
  const file = new URL(address, location.href).pathname.split('/').pop() ?? 'Untitled';
  return decodeURIComponent(file);
}

function paper(width: number, height: number): Konva.Rect {
  return new Konva.Rect({
    width,
    height,
    cornerRadius: 10,
    fillLinearGradientStartPoint: { x: 0, y: 0 },
    fillLinearGradientEndPoint: { x: width, y: height },
    fillLinearGradientColorStops: [0, '#fffdf8', 1, '#efe6d6'],
  });
}

function caption(width: number, height: number): Konva.Text {
  return new Konva.Text({
    text: 'a quiet afternoon',
    width,
    y: height - CAPTION_HEIGHT + 18,
    align: 'center',
    fontSize: 25,
    fontFamily: 'Caveat, "Segoe Script", "Bradley Hand", "URW Chancery L", cursive',
    fontStyle: 'italic',
    fill: '#4b4238',
  });
}
