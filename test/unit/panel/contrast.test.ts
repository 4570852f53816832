import { readFileSync } from 'node:fs';

type Colors = Record<string, string>;

const [day, night] = readFileSync('src/ui/css/tokens.css', 'utf8').split('@media').map(colorsOf);

/** Text on what it is shown on. */
const TEXT_PAIRS: [string, string][] = [
  ...['page', 'card', 'sunken'].flatMap((ground): [string, string][] => [
    ['text', ground],
    ['text-soft', ground],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['accent', 'sunken'],
  ['text', 'accent-soft'],
  ['error', 'error-soft'],
  ['error', 'card'],
  ['success', 'success-soft'],
];

/** Outlines of fields and switches. */
const SHAPE_PAIRS: [string, string][] = [
  ['line-strong', 'card'],
  ['line-strong', 'page'],
  ['accent', 'card'],
];

// WCAG 2.2, success criteria 1.4.3 and 1.4.11.
describe.each([
  ['day', day],
  ['night', night],
])('%s', (_theme, colors) => {
  test.each(TEXT_PAIRS)('%s on %s can be read', (front, ground) => {
    expect(contrast(colors[front], colors[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SHAPE_PAIRS)('%s on %s can be seen', (front, ground) => {
    expect(contrast(colors[front], colors[ground])).toBeGreaterThanOrEqual(3);
  });
});

test('contrast agrees with known values', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  // A grey that is often quoted as the lightest one for text on white.
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

function colorsOf(css: string): Colors {
  return Object.fromEntries([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, color]) => [name, color]));
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance as WCAG defines it. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
