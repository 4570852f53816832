import { VGG_TITLES } from '../../nst/model/vgg';
import { chosenNetwork } from '../../preferences/network';
import { translate } from '../../texts/translate';

/** Which network is used, where it is not the one that comes with Brushover. */
export function OwnNetworkNote() {
  const network = chosenNetwork.value;
  if (!network) return null;
  return (
    <p class="explanation" data-testid="own-network">
      {translate`New pictures are made with your own ${VGG_TITLES[network.vgg]}, “${network.name}”; Options changes that.`}
    </p>
  );
}
