import { translate } from '../../texts/translate';

/** What is seen at each layer of VGG-16 and VGG-19, in one sentence. */
export const LAYER_TEXTS: Readonly<Record<string, string>> = {
  relu1_1: translate`Single colours and edges as fine as a pixel: the picture comes back as it was.`,
  relu1_2: translate`Edges in every direction and spots of colour, in areas of a few pixels.`,
  relu2_1: translate`Corners, thin lines and grain; the picture was halved once before.`,
  relu2_2: translate`Short strokes and hatching: how a brush or a pen touched the paper.`,
  relu3_1: translate`Simple textures, such as hair, cloth or brush strokes; still near to the picture itself.`,
  relu3_2: translate`Curves and patterns that repeat themselves.`,
  relu3_3: translate`Richer textures: leaves, scales, lettering.`,
  relu3_4: translate`Textures with their own shapes: fur that turns around a body, waves, brickwork.`,
  relu4_1: translate`Larger pieces with their surroundings, such as an eye or a swirl; exact colours begin to be lost.`,
  relu4_2: translate`Shapes and how they are arranged, in whatever colours: the paper on style transfer takes the content from here.`,
  relu4_3: translate`Parts of things, also where they are moved or turned a little.`,
  relu4_4: translate`Parts of things in their surroundings; lines and colours are hardly told apart any more.`,
  relu5_1: translate`Things as a whole: where a head is, hardly whose.`,
  relu5_2: translate`Things and their setting; few channels still answer, each to something of its own.`,
  relu5_3: translate`What the picture is about, for a network that tells a thousand kinds of things apart.`,
  relu5_4: translate`What the picture is about, in the deepest layer of all: next to nothing of its lines is left.`,
};
