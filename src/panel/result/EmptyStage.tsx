/** Says what the place is for until there is a picture. */
import { translate } from '../../texts/translate';
export function EmptyStage() {
  return (
    <div class="empty-stage">
      <svg viewBox="0 0 120 80" aria-hidden="true">
        <rect class="back" x="34" y="8" width="68" height="46" rx="5" />
        <rect class="front" x="18" y="22" width="68" height="46" rx="5" />
        <path class="stroke" d="M26 56c8-14 14-18 20-12s8 8 14-2 11-9 18-4" />
        <circle class="star" cx="70" cy="35" r="4.5" />
      </svg>
      <p>
        <strong>{translate`Your layer appears here`}</strong>
        <span>{translate`Capture it from the editor in this tab, or drop or paste an image.`}</span>
      </p>
    </div>
  );
}
