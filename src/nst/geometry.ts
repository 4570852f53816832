import type { Model } from './model/model';

/** How a layer's positions lie over the image's pixels. */
export interface LayerGeometry {
  /** Pixels from one position to the next: 2 to the number of poolings before. */
  stride: number;
  /** How far beyond its own stride × stride block a position sees, in pixels, to each side at most. */
  reach: number;
  channels: number;
}

/** Geometry of every layer of a network of 3×3 convolutions and 2×2 poolings. */
export function layerGeometries(model: Model): Map<string, LayerGeometry> {
  const geometries = new Map<string, LayerGeometry>();
  let stride = 1;
  let reach = 0;
  for (const layer of model.layers) {
    if (layer.poolBefore) stride *= 2;
    reach += stride;
    geometries.set(layer.name, { stride, reach, channels: layer.outputChannels });
  }
  return geometries;
}

/** The deepest of some layers, in the network's order. */
export function deepestLayer(model: Model, layers: readonly string[]): string {
  const names = model.layers.map((layer) => layer.name);
  return names[Math.max(...layers.map((layer) => names.indexOf(layer)))];
}
