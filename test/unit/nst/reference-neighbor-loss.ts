/** Nearest-neighbour hypercolumns as the formula stands, in float64 and without any of the losses' code. */
import type { Engine } from '../../../src/nst/engines/engine';
import type { FloatImage } from '../../../src/nst/images/resample';
import type { Model } from '../../../src/nst/model/model';
import { Network, type NetworkOptions } from '../../../src/nst/network';
import { values, type Values } from '../reference-operations';

const LAYERS = ['relu1_2', 'relu2_2', 'relu3_1', 'relu3_3', 'relu4_1'];
const STRIDES = [1, 2, 4, 4, 8];
const GRID = 4;

type Features = readonly Values[];
type Column = number[];

interface Pictures {
  content: FloatImage;
  style: FloatImage;
  generated: FloatImage;
  previous: FloatImage | null;
}

/** H of G against one style. */
export async function nearestNeighborLoss(engine: Engine, model: Model, options: NetworkOptions, pictures: Pictures): Promise<number> {
  const of = (image: FloatImage): Promise<Features> => featuresOf(engine, model, options, image);
  const style = await of(pictures.style);
  const styleMeans = style.map(meanOf);
  const spreads = style.map((layer, l) => spreadOf(layer, styleMeans[l]));
  const candidates = columnsOf(style, styleMeans, spreads).map(unit);
  const content = await of(pictures.content);
  const previous = pictures.previous && (await of(pictures.previous));
  const guide = previous ? content.map((layer, l) => mixed(layer, previous[l])) : content;
  const guideColumns = columnsOf(guide, guide.map(meanOf), spreads);
  const generated = columnsOf(await of(pictures.generated), styleMeans, spreads).map(unit);
  const cosines = guideColumns.map((column, p) => dot(generated[p], nearest(column, candidates)));
  return 1 - cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
}

async function featuresOf(engine: Engine, model: Model, options: NetworkOptions, { width, height, data }: FloatImage): Promise<Features> {
  const network = Network.prepare(engine, model, 'relu4_1', options);
  const image = engine.upload(data, [height, width, 3]);
  const recording = network.forward(image);
  const features: Values[] = [];
  for (const name of LAYERS) {
    const { activation } = recording.find(({ layer }) => layer.name === name)!;
    features.push(values([...activation.shape], await engine.read(activation)));
  }
  for (const { activation, pooled } of recording) for (const tensor of [activation, pooled]) if (tensor) engine.dispose(tensor);
  engine.dispose(image);
  network.dispose();
  return features;
}

function mixed(a: Values, b: Values): Values {
  return { shape: a.shape, data: a.data.map((value, i) => 0.75 * value + 0.25 * b.data[i]) };
}

function vectors({ shape: [height, width, channels], data }: Values): Column[] {
  return Array.from({ length: height * width }, (_, i) => [...data.subarray(i * channels, (i + 1) * channels)]);
}

function meanOf(layer: Values): Column {
  const all = vectors(layer);
  return all[0].map((_, c) => all.reduce((sum, vector) => sum + vector[c], 0) / all.length);
}

function spreadOf(layer: Values, mean: Column): number {
  const all = vectors(layer);
  return Math.sqrt(all.reduce((sum, vector) => sum + vector.reduce((s, value, c) => s + (value - mean[c]) ** 2, 0), 0) / all.length);
}

function columnsOf(features: Features, means: readonly Column[], spreads: readonly number[]): Column[] {
  const [gridHeight, gridWidth] = features[2].shape;
  return Array.from({ length: gridHeight * gridWidth }, (_, p) =>
    features.flatMap((layer, l) =>
      means[l].map((mean, c) => (sampled(layer, STRIDES[l], Math.floor(p / gridWidth), p % gridWidth, c) - mean) / spreads[l]),
    ),
  );
}

/** The layer's value at a position of the grid: a mean over its area, or bilinear between coarser positions. */
function sampled({ shape: [height, width, channels], data }: Values, stride: number, y: number, x: number, c: number): number {
  const at = (row: number, column: number): number => data[(row * width + column) * channels + c];
  if (stride <= GRID) {
    const side = GRID / stride;
    let sum = 0;
    for (let i = 0; i < side; i++) for (let j = 0; j < side; j++) sum += at(y * side + i, x * side + j);
    return sum / side ** 2;
  }
  const [row, column] = [place(y, height), place(x, width)];
  const along = (r: number): number => (1 - column.rest) * at(r, column.low) + column.rest * at(r, column.high);
  return (1 - row.rest) * along(row.low) + row.rest * along(row.high);
}

function place(position: number, length: number): { low: number; high: number; rest: number } {
  const center = Math.min(length - 1, Math.max(0, (position + 0.5) / 2 - 0.5));
  const low = Math.floor(center);
  return { low, high: Math.min(length - 1, low + 1), rest: center - low };
}

function dot(a: Column, b: Column): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

function unit(column: Column): Column {
  const length = Math.sqrt(dot(column, column));
  return column.map((value) => value / length);
}

function nearest(query: Column, candidates: readonly Column[]): Column {
  return candidates.reduce((best, candidate) => (dot(query, candidate) > dot(query, best) ? candidate : best));
}
