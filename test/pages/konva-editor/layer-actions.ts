import Konva from 'konva';
import { activeLayer, createLayer, currentStage, documentSize, pictureLayers, refreshRows, setStage } from './document';
import { commit } from './history';

export function choose(layer: Konva.Layer): void {
  setStage({ activeLayer: layer.id() });
  refreshRows();
}

export function change(layer: Konva.Layer, attributes: { name?: string; visible?: boolean; opacity?: number }): void {
  layer.setAttrs(attributes);
  refreshRows();
}

function addAboveActive(layer: Konva.Layer): void {
  const below = activeLayer();
  currentStage().add(layer);
  layer.zIndex(below ? below.zIndex() + 1 : pictureLayers().length - 1);
  choose(layer);
  commit();
}

export function addEmpty(): void {
  addAboveActive(createLayer(`Layer ${pictureLayers().length + 1}`));
}

export function duplicateActive(): void {
  const layer = activeLayer();
  if (!layer) return;
  const copy = createLayer(`${layer.name()} copy`);
  copy.setAttrs({ opacity: layer.opacity(), x: layer.x(), y: layer.y() });
  for (const child of layer.getChildren()) copy.add(child.clone());
  addAboveActive(copy);
}

export function deleteActive(): void {
  const layer = activeLayer();
  if (!layer || pictureLayers().length === 1) return;
  const index = pictureLayers().indexOf(layer);
  layer.remove();
  choose(pictureLayers()[Math.max(0, index - 1)]);
  commit();
}

export function moveActive(by: 1 | -1): void {
  const layer = activeLayer();
  const index = layer ? pictureLayers().indexOf(layer) + by : -1;
  if (!layer || index < 0 || index >= pictureLayers().length) return;
  layer.zIndex(index);
  commit();
}

export async function addImageFile(file: Blob, name: string): Promise<void> {
  const image = await createImageBitmap(file);
  const { width, height } = documentSize.value;
  const scale = Math.min(1, width / image.width, height / image.height);
  const place = { x: Math.round((width - image.width * scale) / 2), y: Math.round((height - image.height * scale) / 2) };
  addAboveActive(createLayer(name, new Konva.Image({ image, ...place, width: image.width * scale, height: image.height * scale })));
}
