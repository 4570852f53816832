import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { translate } from '../../texts/translate';

interface DropZoneProps {
  /** Shown while a file is held over it. */
  hint: string;
  class: string;
  style?: Record<string, string | number>;
  testId: string;
  onFile: (file: File) => void;
  /** Something was dropped that brings no file, such as a link. */
  onOther: (message: string) => void;
  children: ComponentChildren;
}

/** Takes one image file that is dropped on it. */
export function DropZone({ hint, class: className, style, testId, onFile, onOther, children }: DropZoneProps) {
  const depth = useSignal(0);
  const enter = (event: DragEvent) => {
    if (event.dataTransfer) depth.value++;
  };
  const drop = (event: DragEvent) => {
    depth.value = 0;
    const [file] = event.dataTransfer?.files ?? [];
    if (file) onFile(file);
    else onOther(translate`Only image files can be dropped here; save the picture first, or copy and paste it.`);
  };
  return (
    <section
      class={`drop-zone ${className}`}
      style={style}
      data-testid={testId}
      onDragEnter={enter}
      onDragLeave={() => (depth.value = Math.max(0, depth.value - 1))}
      onDrop={drop}
    >
      {children}
      {depth.value > 0 && <div class="drop-hint">{hint}</div>}
    </section>
  );
}

/** A file that misses every zone must not replace the panel. */
export function preventStrayDrops(): void {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => event.preventDefault());
}
