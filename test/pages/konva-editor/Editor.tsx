import { useEffect, useRef } from 'preact/hooks';
import { documentSize, stageAttributes } from './document';
import { exportPng } from './export';
import { openPhoto } from './first-document';
import { canRedo, canUndo, redo, startHistory, undo } from './history';
import { Icon } from './Icon';
import { addImageFile } from './layer-actions';
import { LayersPanel } from './LayersPanel';
import { installSelectionTool } from './selection-tool';
import { installMoveTool, tool, type Tool } from './tools';
import { fitDocument, zoom, zoomTo } from './viewport';

export function Editor({ photo }: { photo: string }) {
  const room = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (room.current && container.current) void start(room.current, container.current, photo);
  }, [photo]);
  return (
    <div class="editor">
      <TopBar fit={() => room.current && fitDocument(room.current)} />
      <Tools />
      <main ref={room}>
        <div ref={container} class={`stage ${tool.value}`} />
      </main>
      <LayersPanel />
    </div>
  );
}

async function start(room: HTMLDivElement, container: HTMLDivElement, photo: string): Promise<void> {
  await openPhoto(container, photo);
  fitDocument(room);
  installSelectionTool(() => tool.value === 'select');
  installMoveTool();
  startHistory();
  document.body.dataset.ready = 'true';
}

function TopBar({ fit }: { fit: () => void }) {
  const { width, height } = documentSize.value;
  return (
    <header class="top">
      <strong class="brand">Layered editor</strong>
      <span class="document">
        {width > 0 && stageAttributes().documentName}{' '}
        <small>
          {width} × {height}
        </small>
      </span>
      <button title="Undo (Ctrl+Z)" disabled={!canUndo.value} onClick={undo}>
        <Icon name="undo" />
      </button>
      <button title="Redo (Ctrl+Shift+Z)" disabled={!canRedo.value} onClick={redo}>
        <Icon name="redo" />
      </button>
      <span class="zoom">
        <button title="Zoom out" onClick={() => zoomTo(zoom.value / 1.25)}>
          −
        </button>
        <output>{Math.round(zoom.value * 100)} %</output>
        <button title="Zoom in" onClick={() => zoomTo(zoom.value * 1.25)}>
          +
        </button>
        <button title="Fit the document" onClick={fit}>
          <Icon name="fit" />
        </button>
      </span>
      <ImageButton />
      <button class="primary" onClick={exportPng}>
        <Icon name="download" /> Export
      </button>
    </header>
  );
}

function ImageButton() {
  const open = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const file = currentTarget.files?.[0];
    if (file) void addImageFile(file, file.name.replace(/\.\w+$/, ''));
    currentTarget.value = '';
  };
  return (
    <label class="button" title="Add an image as a layer">
      <Icon name="image" /> Add image
      <input type="file" accept="image/*" onChange={open} />
    </label>
  );
}

function Tools() {
  const button = (name: Tool, title: string) => (
    <button class={tool.value === name ? 'on' : ''} title={title} aria-pressed={tool.value === name} onClick={() => (tool.value = name)}>
      <Icon name={name} />
    </button>
  );
  return (
    <nav class="tools">
      {button('move', 'Move layer (V)')}
      {button('select', 'Select a rectangle (M); Ctrl+D clears it')}
    </nav>
  );
}
