import { redo, undo } from './history';
import { deleteActive, duplicateActive } from './layer-actions';
import { clearSelection } from './selection-tool';
import { tool } from './tools';

const SHORTCUTS: Record<string, () => void> = {
  'ctrl+z': undo,
  'ctrl+shift+z': redo,
  'ctrl+y': redo,
  'ctrl+d': clearSelection,
  'ctrl+j': duplicateActive,
  delete: deleteActive,
  v: () => (tool.value = 'move'),
  m: () => (tool.value = 'select'),
};

export function installShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') return;
    const modifiers = `${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${event.shiftKey ? 'shift+' : ''}`;
    const action = SHORTCUTS[`${modifiers}${event.key.toLowerCase()}`];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
