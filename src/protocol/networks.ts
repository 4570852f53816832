/** Networks that people bring in the place of the one that ships. */
import type { Verdict } from '../network-files/try-network';
import type { Preprocessing, PreprocessingChoice } from '../network-files/preprocessing';
import type { VggName } from '../nst/model/vgg';
import type { Failure } from './failure';

/** What is known of one without its weights. */
export interface OwnNetworkEntry {
  /** Such as "vgg19-3f2a91c07b5e"; recipes name it. */
  id: string;
  vgg: VggName;
  /** Of the file that it came from. */
  name: string;
  bytes: number;
  preprocessing: Preprocessing;
  /** Its first layer is the ImageNet VGG-16's. */
  claimsImagenet: boolean;
  verdict: Verdict;
  /** In milliseconds since 1970. */
  addedAt: number;
}

/** The one that new pictures are made with. */
export type ChosenNetwork = Pick<OwnNetworkEntry, 'id' | 'vgg' | 'name'>;

/** To the Worker that reads, tries and stores a network. */
export interface NetworkOrder {
  files: { name: string; folder?: string; data: Blob }[];
  preprocessing: PreprocessingChoice;
}

/** `added` is stored already. */
export type FromNetworkWorker = { type: 'trying' } | { type: 'added'; network: OwnNetworkEntry } | { type: 'failed'; failure: Failure };
