import type { EditorAdapter } from '../editor-adapter';
import { canvasAdapter } from './canvas';
import { excalidrawAdapter } from './excalidraw';
import { fabricAdapter } from './fabric';
import { imageAdapter } from './image';
import { jspaintAdapter } from './jspaint';
import { klecksAdapter } from './klecks';
import { konvaAdapter } from './konva';
import { miniPaintAdapter } from './minipaint';
import { painterroAdapter } from './painterro';
import { photopeaAdapter } from './photopea';
import { piskelAdapter } from './piskel';
import { polotnoAdapter } from './polotno';
import { selfDescribedAdapter } from './self-described';
import { tuiImageEditorAdapter } from './tui-image-editor';

/**
 * The first that detects its editor is used: those that speak for themselves, then editors before the libraries they are
 * built on, any page's elements last.
 */
export const adapters: readonly EditorAdapter[] = [
  selfDescribedAdapter,
  photopeaAdapter,
  miniPaintAdapter,
  polotnoAdapter,
  konvaAdapter,
  tuiImageEditorAdapter,
  fabricAdapter,
  painterroAdapter,
  jspaintAdapter,
  klecksAdapter,
  piskelAdapter,
  excalidrawAdapter,
  canvasAdapter,
  imageAdapter,
];
