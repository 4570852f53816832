import { computed, effect, signal } from '@preact/signals';
import { source } from './source';
import { stageRatio, stageShows, stageView } from './stage';

/** How a picture is looked at: enlarged so many times from its whole, with this place of it (0…1) in the middle of the stage. */
export interface Look {
  zoom: number;
  x: number;
  y: number;
}

/** The stage in CSS pixels, and the picture's width over its height. */
export interface Frame {
  width: number;
  height: number;
  ratio: number;
}

/** In CSS pixels from the middle of the stage. */
interface Offset {
  x: number;
  y: number;
}

export const WHOLE: Look = { zoom: 1, x: 0.5, y: 0.5 };
/** Of a layer as large as editors make them, one pixel is some on the screen then. */
const LARGEST_ZOOM = 24;
/** Of a step by key or button. */
export const ZOOM_STEP = 1.5;

export const look = signal<Look>(WHOLE);
export const isZoomed = computed(() => look.value.zoom > 1);
/** Two fingers are on the stage: what one of them began is not meant. */
export const isPinching = signal(false);
/** How much of the comparison is the picture before, in per cent. */
export const compareSplit = signal(30);
export const compares = computed(() => stageShows.value === 'compare' || stageShows.value === 'preview');

export function frameOf(stage: Element): Frame {
  const { width, height } = stage.getBoundingClientRect();
  return { width, height, ratio: stageRatio.value };
}

/** Which place of the picture (0…1) is seen there. */
export function placeAt({ zoom, x, y }: Look, frame: Frame, at: Offset): { x: number; y: number } {
  const { width, height } = pictureSize(frame, zoom);
  return { x: x + at.x / width, y: y + at.y / height };
}

/** Enlarged, with a place of the picture at a place of the stage, as far as the picture goes. */
export function zoomedTo(zoom: number, frame: Frame, place: { x: number; y: number }, at: Offset): Look {
  const allowed = Math.min(LARGEST_ZOOM, Math.max(1, zoom));
  const { width, height } = pictureSize(frame, allowed);
  return within({ zoom: allowed, x: place.x - at.x / width, y: place.y - at.y / height }, frame);
}

/** Enlarges about a place of the stage: what is seen there stays there. */
export function zoomedAbout(from: Look, frame: Frame, at: Offset, zoom: number): Look {
  return zoomedTo(zoom, frame, placeAt(from, frame, at), at);
}

/** Moves the picture by so many CSS pixels, as far as it goes. */
export function movedBy(from: Look, frame: Frame, by: Offset): Look {
  const { width, height } = pictureSize(frame, from.zoom);
  return within({ zoom: from.zoom, x: from.x - by.x / width, y: from.y - by.y / height }, frame);
}

/** The nearest look in which a place of the picture is seen. */
export function lookAt(from: Look, frame: Frame, place: { x: number; y: number }): Look {
  const { width, height } = pictureSize(frame, from.zoom);
  const near = (middle: number, wanted: number, half: number): number => Math.min(wanted + half, Math.max(wanted - half, middle));
  const [halfX, halfY] = [0.4 * Math.min(1, frame.width / width), 0.4 * Math.min(1, frame.height / height)];
  return within({ zoom: from.zoom, x: near(from.x, place.x, halfX), y: near(from.y, place.y, halfY) }, frame);
}

/** Before or after alone; where nothing is compared, the layer or what is made of it. */
export function flip(): void {
  if (compares.value) compareSplit.value = compareSplit.value < 100 ? 100 : 0;
  else if (stageView.value !== 'source') [lastView, stageView.value] = [stageView.value, 'source'];
  else stageView.value = lastView;
}

let lastView: typeof stageView.value = 'preview';

/** Another layer is looked at as a whole. */
export function followZoom(): () => void {
  let seen = source.peek()?.image;
  return effect(() => {
    const image = source.value?.image;
    if (image !== seen) look.value = WHOLE;
    seen = image;
  });
}

function pictureSize({ width, height, ratio }: Frame, zoom: number): { width: number; height: number } {
  const fitted = Math.min(width, height * ratio);
  return { width: fitted * zoom, height: (fitted / ratio) * zoom };
}

/** No edge of an enlarged picture comes into the stage; where it is smaller than the stage it stays in the middle. */
function within({ zoom, x, y }: Look, frame: Frame): Look {
  if (zoom <= 1) return WHOLE;
  const { width, height } = pictureSize(frame, zoom);
  const inside = (middle: number, seen: number): number => Math.min(1 - seen / 2, Math.max(seen / 2, middle));
  return { zoom, x: inside(x, Math.min(1, frame.width / width)), y: inside(y, Math.min(1, frame.height / height)) };
}
