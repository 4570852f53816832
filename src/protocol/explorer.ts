import type { ActivationMap, LayerMaps, Rebuilt, RebuiltFrom } from '../nst/explorer/explored';
import type { StyleSource } from './previews';

export type { ActivationMap, Rebuilt, RebuiltFrom };

/** A learned style has no picture. */
export type PictureSource = Exclude<StyleSource, { kind: 'learned' }>;

/** A layer of the network, and the picture that it looks at. */
export interface LayerRequest {
  /** Chosen by the caller; names the events and what to cancel. */
  id: string;
  source: PictureSource;
  /** Such as "relu3_1". */
  layer: string;
  /** As in a job. */
  network?: string | null;
}

export interface RebuildRequest extends LayerRequest {
  from: RebuiltFrom;
}

/** What is known of a layer at once: its maps, and what was rebuilt before. */
export interface ExploredLayer extends LayerMaps {
  rebuilt: Record<RebuiltFrom, Rebuilt | null>;
}

/** Pixels come this way, and not in the calls' answers. */
export type ExplorerEvent =
  | { id: string; type: 'explored'; explored: ExploredLayer }
  /** On the way from noise. */
  | { id: string; type: 'progress'; picture: Rebuilt['picture']; fraction: number }
  | { id: string; type: 'rebuilt'; rebuilt: Rebuilt };
