import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

interface FileButtonProps {
  icon: IconName;
  accept?: string;
  testId: string;
  class?: string;
  /** For buttons that show only an icon. */
  label?: string;
  disabled?: boolean;
  /** What is asked for; one file unless it is said. */
  asks?: 'file' | 'files' | 'folder';
  /** At least one. */
  onFiles: (files: readonly [File, ...File[]]) => void;
  children?: ComponentChildren;
}

/** A button that asks for a file, several, or a folder of them; the input lies under it, so that keyboard and tests reach it. */
export function FileButton({
  icon,
  accept,
  testId,
  class: className = 'button plain',
  label,
  disabled,
  asks = 'file',
  onFiles,
  children,
}: FileButtonProps) {
  return (
    <label class={`${className}${children ? '' : ' icon-only'}`} title={label}>
      <Icon name={icon} />
      {children && <span>{children}</span>}
      <input
        class="visually-hidden"
        type="file"
        accept={accept}
        multiple={asks !== 'file'}
        disabled={disabled}
        aria-label={label}
        data-testid={testId}
        {...(asks === 'folder' && { webkitdirectory: true })}
        onChange={({ currentTarget }) => {
          const [first, ...others] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (first) onFiles([first, ...others]);
        }}
      />
    </label>
  );
}
