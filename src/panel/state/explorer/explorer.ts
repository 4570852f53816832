import { computed, effect, signal } from '@preact/signals';
import type { RgbaImage } from '../../../nst/images/image';
import type { ExploredLayer, PictureSource, RebuiltFrom } from '../../../protocol/explorer';
import { chosenNetwork } from '../../../preferences/network';
import { failureOf } from '../../../protocol/failure';
import { askLayer, askRebuilt } from './ask-explorer';
import { exploredLayer, exploredSource, explorerBlocker } from './explored-picture';

interface Order {
  source: PictureSource;
  layer: string;
  network: string | null;
}

interface Rebuilding {
  from: RebuiltFrom;
  /** As it is on its way from noise. */
  picture: RgbaImage | null;
  /** Of the evaluations for this picture. */
  fraction: number;
}

/** The layer's maps are being asked for. */
export const isLooking = signal(false);
export const rebuilding = signal<Rebuilding | null>(null);
export const explorerError = signal<string | null>(null);

const order = computed(
  (): Order | null =>
    exploredSource.value && { source: exploredSource.value, layer: exploredLayer.value, network: chosenNetwork.value?.id ?? null },
);

/** All layers of two pictures. */
const MOST_KNOWN = 26;
/** What this panel has seen, by its order. */
const known = signal<ReadonlyMap<string, ExploredLayer>>(new Map());
export const explored = computed(() => (order.value && known.value.get(keyOf(order.value))) ?? null);
/** In the order in which they are made. */
const missing = computed(() => (['content', 'style'] as const).filter((from) => !explored.value?.rebuilt[from]));
export const isRebuilt = computed(() => missing.value.length === 0);

/** What is at work; whatever comes next ends it. */
let work: AbortController | null = null;

/** Looks at the chosen layer of the chosen picture, whenever one of them changes. Returns a function that ends it, and all work. */
export function followExplorer(): () => void {
  return effect(() => {
    const wanted = order.value;
    explorerError.value = null;
    if (wanted && !explorerBlocker.value && !known.peek().has(keyOf(wanted))) void look(wanted);
    return endWork;
  });
}

async function look(wanted: Order): Promise<void> {
  isLooking.value = true;
  await working(async (signal) => remember(wanted, await askLayer(wanted, signal)));
}

/** Makes what is missing, one picture after the other. */
export async function rebuildExplored(): Promise<void> {
  const wanted = order.value;
  if (!wanted || explorerBlocker.value) return;
  await working(async (signal) => {
    for (const from of missing.value) await rebuild(wanted, from, signal);
  });
}

async function rebuild(wanted: Order, from: RebuiltFrom, signal: AbortSignal): Promise<void> {
  rebuilding.value = { from, picture: null, fraction: 0 };
  const rebuilt = await askRebuilt({ ...wanted, from }, signal, ({ picture, fraction }) => {
    if (!signal.aborted) rebuilding.value = { from, picture, fraction };
  });
  const before = known.value.get(keyOf(wanted));
  if (before) remember(wanted, { ...before, rebuilt: { ...before.rebuilt, [from]: rebuilt } });
}

export function endWork(): void {
  work?.abort();
  work = null;
  isLooking.value = false;
  rebuilding.value = null;
}

async function working(task: (signal: AbortSignal) => Promise<void>): Promise<void> {
  work?.abort();
  const mine = new AbortController();
  work = mine;
  explorerError.value = null;
  try {
    await task(mine.signal);
  } catch (error) {
    if (!mine.signal.aborted) explorerError.value = failureOf(error).message;
  } finally {
    if (work === mine) endWork();
  }
}

function remember(wanted: Order, layer: ExploredLayer): void {
  const others = [...known.value].filter(([key]) => key !== keyOf(wanted)).slice(1 - MOST_KNOWN);
  known.value = new Map([...others, [keyOf(wanted), layer]]);
}

function keyOf(wanted: Order): string {
  return JSON.stringify(wanted);
}
