import { change, addEmpty, choose, deleteActive, duplicateActive, moveActive } from './layer-actions';
import { rows, type LayerRow } from './document';
import { commit } from './history';
import { Icon } from './Icon';
import { Thumbnail } from './Thumbnail';

export function LayersPanel() {
  const active = rows.value.find((row) => row.active);
  return (
    <aside class="layers">
      <header>
        <h2>Layers</h2>
        <span>{rows.value.length}</span>
      </header>
      {active && <Opacity row={active} />}
      <ul>
        {rows.value.map((row) => (
          <Row key={row.layer.id()} row={row} />
        ))}
      </ul>
      <footer>
        <button title="New layer" onClick={addEmpty}>
          <Icon name="plus" />
        </button>
        <button title="Duplicate layer" onClick={duplicateActive}>
          <Icon name="copy" />
        </button>
        <button title="Move up" onClick={() => moveActive(1)}>
          <Icon name="up" />
        </button>
        <button title="Move down" onClick={() => moveActive(-1)}>
          <Icon name="down" />
        </button>
        <button title="Delete layer" onClick={deleteActive}>
          <Icon name="trash" />
        </button>
      </footer>
    </aside>
  );
}

function Opacity({ row }: { row: LayerRow }) {
  return (
    <label class="opacity">
      <span>Opacity</span>
      <input
        type="range"
        min="0"
        max="100"
        value={Math.round(row.opacity * 100)}
        onInput={({ currentTarget }) => change(row.layer, { opacity: currentTarget.valueAsNumber / 100 })}
        onChange={commit}
      />
      <output>{Math.round(row.opacity * 100)} %</output>
    </label>
  );
}

function Row({ row }: { row: LayerRow }) {
  const { layer, name, visible, active } = row;
  const toggle = () => {
    change(layer, { visible: !visible });
    commit();
  };
  return (
    <li class={`${active ? 'active' : ''} ${visible ? '' : 'hidden'}`} data-layer={layer.id()} onClick={() => choose(layer)}>
      <Thumbnail layer={layer} version={`${layer.getChildren().length} ${layer.x()} ${layer.y()}`} />
      <input
        class="name"
        value={name}
        title="Rename"
        onChange={({ currentTarget }) => {
          change(layer, { name: currentTarget.value.trim() || name });
          commit();
        }}
      />
      <button class="eye" title={visible ? 'Hide layer' : 'Show layer'} aria-pressed={visible} onClick={toggle}>
        <Icon name={visible ? 'eye' : 'eye-off'} />
      </button>
    </li>
  );
}
