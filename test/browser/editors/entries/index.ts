import type { EditorEntry } from '../entry';
import { canvas, dropCanvas, stackedCanvas, webglCanvas } from './canvas';
import { excalidraw } from './excalidraw';
import { fabric, fabricInClosure } from './fabric';
import { image } from './image';
import { jspaint } from './jspaint';
import { klecks } from './klecks';
import { konva } from './konva';
import { konvaApp, konvaInReact } from './konva-app';
import { minipaint } from './minipaint';
import { painterro } from './painterro';
import { photopea } from './photopea';
import { piskel } from './piskel';
import { polotno } from './polotno';
import { selfDescribed } from './self-described';
import { tuiImageEditor } from './tui-image-editor';

/** In the adapters' order. */
export const entries: readonly EditorEntry[] = [
  selfDescribed,
  photopea,
  minipaint,
  polotno,
  konva,
  konvaApp,
  konvaInReact,
  tuiImageEditor,
  fabric,
  fabricInClosure,
  painterro,
  jspaint,
  klecks,
  piskel,
  excalidraw,
  canvas,
  dropCanvas,
  stackedCanvas,
  webglCanvas,
  image,
];
