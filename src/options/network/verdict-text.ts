import type { OwnNetworkEntry } from '../../protocol/networks';
import { translate } from '../../texts/translate';

/** Below it a difference comes from rounding in computing alone. */
const SAME = 1e-3;
/** Of a layer's channels; the ImageNet network has 13 % in its dullest, one that was trained on to find edges 53 %. */
const DULL = 0.35;

/** What was found when the network was tried, in a sentence or two. */
export function verdictText({ verdict, claimsImagenet }: Pick<OwnNetworkEntry, 'verdict' | 'claimsImagenet'>): string {
  const { imagenet, dullest } = verdict;
  if (imagenet !== null && imagenet < SAME)
    return translate`It is the VGG-16 that was trained on ImageNet: a test picture looks the same through it.`;
  if (imagenet !== null) {
    return translate`It is the VGG-16 that was trained on ImageNet, rounded: a test picture looks different through it by ${percent(imagenet)} %.`;
  }
  const { layer, silent, channels } = dullest;
  if (silent > DULL * channels) {
    return translate`It was trained for something of its own: ${silent} of ${channels} channels of ${layer} see nothing in a test picture, so styles may come out flat.`;
  }
  if (claimsImagenet)
    return translate`It begins as the VGG-16 of ImageNet and was trained on since; all its layers see something in a test picture.`;
  return translate`It is a network that Brushover does not know; all its layers see something in a test picture, and none too much.`;
}

function percent(difference: number): string {
  return (100 * difference).toPrecision(2);
}
