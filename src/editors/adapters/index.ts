import type { EditorAdapter } from '../editor-adapter';
import { canvasAdapter } from './canvas';
import { konvaAdapter } from './konva';

/** The first that detects its editor is used, so those for any page come last. */
export const adapters: readonly EditorAdapter[] = [konvaAdapter, canvasAdapter];
