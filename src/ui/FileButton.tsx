import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

interface FileButtonProps {
  icon: IconName;
  accept: string;
  testId: string;
  class?: string;
  /** For buttons that show only an icon. */
  label?: string;
  onFile: (file: File) => void;
  children?: ComponentChildren;
}

/** A button that asks for a file; the input lies under it, so that keyboard and tests reach it. */
export function FileButton({ icon, accept, testId, class: className = 'button plain', label, onFile, children }: FileButtonProps) {
  return (
    <label class={`${className}${children ? '' : ' icon-only'}`} title={label}>
      <Icon name={icon} />
      {children && <span>{children}</span>}
      <input
        class="visually-hidden"
        type="file"
        accept={accept}
        aria-label={label}
        data-testid={testId}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
