import type KonvaApi from 'konva';
import type { Rectangle } from '../editor-adapter';

/**
 * Konva knows stages and layers, but no document, current layer or selection. An editor that is
 * built on it can tell with these attributes (`stage.setAttr`, `layer.setAttr`); all are optional.
 */
export interface StageAttributes {
  documentName?: string;
  /** Document pixels; the stage's scale and position map them to the screen. */
  documentWidth?: number;
  documentHeight?: number;
  /** The `id` of the current layer; null if none is current. The adapter sets it to the new layer. */
  activeLayer?: string | null;
  selection?: Rectangle | null;
  /** Ctrl+Z undoes `stage.add(layer)`. */
  hasUndo?: boolean;
}

interface LayerAttributes {
  /** Handles, guides and the like, which are no part of the picture. */
  isInterface?: boolean;
}

export function attributesOf(stage: KonvaApi.Stage): StageAttributes {
  return stage.getAttrs() as StageAttributes;
}

export function isInterfaceLayer(layer: KonvaApi.Layer): boolean {
  if ((layer.getAttrs() as LayerAttributes).isInterface) return true;
  const children = layer.getChildren();
  return children.length > 0 && children.every((child) => child.getClassName() === 'Transformer');
}
