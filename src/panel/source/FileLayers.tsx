import { openedFile } from '../state/layered-file';
import { chooseFileLayer, source } from '../state/source';
import { LayerSelect } from './LayerSelect';

/** Which layer of a Photoshop or OpenRaster file is worked on. */
export function FileLayers() {
  const opened = openedFile.value;
  if (!opened || source.value?.origin !== opened.name) return null;
  const { layers } = opened.file;
  return (
    <LayerSelect
      names={layers.map(({ path, width, height }) => `${path} · ${width} × ${height}`)}
      chosen={layers.indexOf(opened.chosen)}
      testId="file-layer"
      onChoose={(index) => void chooseFileLayer(layers[index]!)}
    />
  );
}
