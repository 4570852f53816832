import { editorLayers, listEditorLayers } from '../state/editor-layers';
import { captureWanted, source } from '../state/source';
import { translate } from '../../texts/translate';
import { LayerSelect } from './LayerSelect';

/** Which layer of the editor is worked on, whichever is current there. */
export function EditorLayers() {
  const list = editorLayers.value;
  if (!list) return null;
  const { document, layers } = list;
  return (
    <LayerSelect
      names={layers.map(({ layerName, visible }) => (visible ? layerName : translate`${layerName} (hidden)`))}
      chosen={layers.findIndex(({ layerId }) => layerId === source.value?.layer?.layerId)}
      testId="editor-layer"
      onOpen={() => void listEditorLayers()}
      onChoose={(index) => void captureWanted({ document, ...layers[index]! })}
    />
  );
}
