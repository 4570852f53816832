/** The mark of the extension. */
export function Brush() {
  return (
    <svg class="brush" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M3 14c3-9 8-4 9-8s4-3 5-3M4 17h12" />
    </svg>
  );
}
