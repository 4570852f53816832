import { openedFile } from '../state/layered-file';
import { chooseFileLayer, source } from '../state/source';
import { translate } from '../../texts/translate';

/** Which layer of a Photoshop or OpenRaster file is worked on. */
export function FileLayers() {
  const opened = openedFile.value;
  if (!opened || source.value?.origin !== opened.name) return null;
  const { layers } = opened.file;
  return (
    <label class="field file-layers">
      <span class="setting-label">{translate`Layer`}</span>
      <select
        value={layers.indexOf(opened.chosen)}
        data-testid="file-layer"
        onChange={({ currentTarget }) => void chooseFileLayer(layers[Number(currentTarget.value)]!)}
      >
        {layers.map(({ path, width, height }, i) => (
          <option key={i} value={i}>
            {`${path} · ${width} × ${height}`}
          </option>
        ))}
      </select>
    </label>
  );
}
