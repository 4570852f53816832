import type { RgbaImage } from '../images/image';

/** What a picture is rebuilt from: where things are, or what texture there is. */
export type RebuiltFrom = 'content' | 'style';
export const REBUILT_FROM = ['content', 'style'] as const satisfies readonly RebuiltFrom[];

/** Longest side of the pictures that are explored, in pixels: a layer is then rebuilt in seconds. */
export const EXPLORED_SIDE = 128;

/** Where one channel of a layer answers, and how strongly. */
export interface ActivationMap {
  /** Counts from 0, as the weights do. */
  channel: number;
  /** Over all positions. */
  mean: number;
  /** What white stands for; black is 0. */
  highest: number;
  /** Grey, one pixel for each position of the layer. */
  picture: RgbaImage;
}

/** What a layer makes of a picture. */
export interface LayerMaps {
  /** Of the layer, all that it has. */
  channels: number;
  /** Side of the square of pixels that one position sees. */
  sees: number;
  /** The strongest first. */
  maps: ActivationMap[];
}

/** A picture made from noise until the layer sees in it what it sees in the original. */
export interface Rebuilt {
  picture: RgbaImage;
  /** Relative error of what was compared: of noise, and of the picture. */
  lossBefore: number;
  lossAfter: number;
}
