export interface Size {
  width: number;
  height: number;
}

/** What a browser makes of a drawing that says nothing of its size. */
const UNSAID: Size = { width: 300, height: 150 };
/** A drawing has no pixels of its own: icons are drawn large enough to be painted, posters no larger than is of use. */
const LEAST_SIDE = 1024;
const MOST_SIDE = 4096;
/** CSS pixels of a unit (CSS Values 4, section 6). */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
  em: 16,
  ex: 8,
};

/** What it says of its size, in CSS pixels, and how many pixels it is drawn on: its longest side between 1024 and 4096. */
export function drawnSize(root: Pick<Element, 'getAttribute'>): { declared: Size; drawn: Size } {
  const declared = declaredSize(root);
  const longest = Math.max(declared.width, declared.height);
  const factor = Math.min(MOST_SIDE, Math.max(LEAST_SIDE, longest)) / longest;
  const side = (length: number): number => Math.max(2, Math.round(length * factor));
  return { declared, drawn: { width: side(declared.width), height: side(declared.height) } };
}

/** Its own width and height; one that is missing, or a share of what is around it, follows from the other by its viewBox. */
function declaredSize(root: Pick<Element, 'getAttribute'>): Size {
  const [width, height] = ['width', 'height'].map((name) => lengthIn(root.getAttribute(name)));
  if (width && height) return { width, height };
  const box = boxIn(root.getAttribute('viewBox'));
  if (!box) return { width: width ?? UNSAID.width, height: height ?? UNSAID.height };
  if (width) return { width, height: (width * box.height) / box.width };
  if (height) return { width: (height * box.width) / box.height, height };
  return box;
}

function lengthIn(text: string | null): number | null {
  const [, number, unit = ''] = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(text ?? '') ?? [];
  const length = Number(number) * (UNITS[unit.toLowerCase()] ?? NaN);
  return Number.isFinite(length) && length > 0 ? length : null;
}

function boxIn(text: string | null): Size | null {
  const [, , width, height] = (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width! > 0 && height! > 0 && Number.isFinite(width! + height!) ? { width: width!, height: height! } : null;
}
