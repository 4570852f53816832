import { currentStage, documentSize, stageAttributes } from './document';
import { zoom } from './viewport';

/** The address of the picture without the selection's outline, in document pixels. */
export function exportedPicture(): string {
  const { width, height } = documentSize.value;
  const stage = currentStage();
  const helpers = stage.getLayers().filter((layer) => layer.getAttr('isInterface') === true);
  for (const layer of helpers) layer.hide();
  const url = stage.toDataURL({ width: width * zoom.value, height: height * zoom.value, pixelRatio: 1 / zoom.value });
  for (const layer of helpers) layer.show();
  return url;
}

export function exportPng(): void {
  const link = document.createElement('a');
  link.href = exportedPicture();
  link.download = `${stageAttributes().documentName?.replace(/\.\w+$/, '') ?? 'picture'}.png`;
  link.click();
}
