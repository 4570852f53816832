import type { Canvas } from './canvas';
import { Noise } from './noise';
import { createRandom, type Random } from './random';

/** Width and height of every style picture in pixels. */
export const pictureSize = 768;

/** What a design draws with: everything random in it comes from the seed. */
export interface Studio {
  readonly size: number;
  readonly random: Random;
  readonly noise: Noise;
}

/** What a person looks for in the gallery. */
export type DesignGroup = 'paint' | 'drawing' | 'pattern' | 'modern';

export interface Design {
  /** File name without extension, kebab-case. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly group: DesignGroup;
  readonly seed: number;
  draw(studio: Studio): Canvas;
}

export function drawDesign(design: Design): Canvas {
  const { seed } = design;
  return design.draw({ size: pictureSize, random: createRandom(seed), noise: new Noise(seed + 1) });
}
