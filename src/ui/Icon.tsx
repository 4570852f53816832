/** 20 × 20, drawn with the text's colour. */
const PATHS = {
  capture:
    'M3 7V4.5A1.5 1.5 0 0 1 4.5 3H7 M13 3h2.5A1.5 1.5 0 0 1 17 4.5V7 M17 13v2.5a1.5 1.5 0 0 1-1.5 1.5H13 M7 17H4.5A1.5 1.5 0 0 1 3 15.5V13 M7 10h6 M10 7v6',
  open: 'M3 15V5.5A1.5 1.5 0 0 1 4.5 4h3l2 2h6A1.5 1.5 0 0 1 17 7.5V15a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15Z',
  image:
    'M4.5 3h11A1.5 1.5 0 0 1 17 4.5v11a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15.5v-11A1.5 1.5 0 0 1 4.5 3Z M3 14l4-4 3.5 3.5 2-2L17 16 M12.8 7.2h.01',
  plus: 'M10 4v12 M4 10h12',
  download: 'M10 3v10 M6 9.5l4 4 4-4 M4 17h12',
  copy: 'M7.5 7.5V5A1.5 1.5 0 0 1 9 3.5h6A1.5 1.5 0 0 1 16.5 5v6a1.5 1.5 0 0 1-1.5 1.5h-2.5 M5 7.5h6A1.5 1.5 0 0 1 12.5 9v6a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15V9A1.5 1.5 0 0 1 5 7.5Z',
  layer: 'M10 3l7.5 4-7.5 4-7.5-4Z M2.5 11l7.5 4 7.5-4',
  brush: 'M16.5 3.5L9 11 M9 11c-2-.5-3.5.8-3.8 2.6-.2 1.3-.8 2.2-2.2 2.9 3 .9 6.5.2 7-2.7.2-1.2-.1-2.2-1-2.8Z',
  check: 'M4 10.5l4 4 8-9',
  rename: 'M12.5 4.5l3 3L7 16H4v-3Z',
  trash: 'M4 6h12 M8 6V4h4v2 M5.5 6l.7 10.5h7.600L14.5 6',
  reset: 'M4 10a6 6 0 1 0 2-4.5 M4 3.5V7h3.5',
  play: 'M6 4l10 6-10 6Z',
  pause: 'M7 4v12 M13 4v12',
  stop: 'M5 5h10v10H5Z',
  up: 'M10 16V4 M5 9l5-5 5 5',
  pin: 'M7 3h6 M8 3v6l-3 3h10l-3-3V3 M10 12v5',
  gear: 'M10 7.2a2.8 2.8 0 1 0 0 5.600a2.8 2.8 0 0 0 0-5.600Z M10 2.5v2.2 M10 15.300v2.2 M2.5 10h2.2 M15.300 10h2.2 M4.7 4.7l1.550 1.550 M13.750 13.750l1.550 1.550 M4.7 15.300l1.550-1.550 M13.750 6.250l1.550-1.550',
  close: 'M5 5l10 10 M15 5L5 15',
  chevron: 'M7 5l5 5-5 5',
  alert: 'M10 3l7.5 13.5h-15Z M10 8.5v4 M10 14.600h.01',
  handle: 'M8 6l-4 4 4 4 M12 6l4 4-4 4',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
