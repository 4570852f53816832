import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

interface ButtonProps {
  icon?: IconName;
  kind?: 'primary' | 'plain' | 'quiet';
  disabled?: boolean;
  busy?: boolean;
  testId: string;
  describedBy?: string;
  /** For buttons that show and hide something. */
  expanded?: boolean;
  /** For buttons that switch something on and off. */
  pressed?: boolean;
  /** For buttons that show only an icon. */
  label?: string;
  onClick: () => void;
  /** Beside the words, softer. */
  detail?: string | null;
  children?: ComponentChildren;
}

export function Button({
  icon,
  kind = 'plain',
  disabled,
  busy,
  testId,
  describedBy,
  expanded,
  pressed,
  label,
  onClick,
  detail,
  children,
}: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${kind}${children ? '' : ' icon-only'}`}
      disabled={disabled}
      // Not out of use, which would drop the focus to the page: what it has begun has an end.
      aria-disabled={busy || undefined}
      aria-busy={busy}
      aria-expanded={expanded}
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      aria-describedby={describedBy}
      data-testid={testId}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <span class="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
      {detail && <small>{detail}</small>}
    </button>
  );
}
