import { Button } from '../../ui/Button';
import { VGG_TITLES } from '../../nst/model/vgg';
import { chooseNetwork, chosenNetwork } from '../../preferences/network';
import type { OwnNetworkEntry } from '../../protocol/networks';
import { bytesText } from '../state/bytes';
import { chosenOf, removeNetwork } from '../state/networks';
import { verdictText } from './verdict-text';
import { translate } from '../../texts/translate';

export function ShippedNetwork() {
  return (
    <label class="engine" data-testid="network-shipped">
      <input type="radio" name="network" checked={chosenNetwork.value === null} onChange={() => void chooseNetwork(null)} />
      <span class="field-text">
        <span class="setting-label">VGG-16</span>
        <span class="explanation">{translate`Comes with Brushover: trained on ImageNet’s photos, in 8 bits for each weight.`}</span>
      </span>
    </label>
  );
}

export function OwnNetwork({ network }: { network: OwnNetworkEntry }) {
  const { id, name, vgg, bytes, preprocessing } = network;
  const prepared = preprocessing === 'caffe' ? translate`BGR less the mean` : translate`RGB, mean and deviation`;
  return (
    <div class="own-network">
      <label class="engine" data-testid={`network-${id}`}>
        <input
          type="radio"
          name="network"
          checked={chosenNetwork.value?.id === id}
          aria-describedby={`${id}-what`}
          onChange={() => void chooseNetwork(chosenOf(network))}
        />
        <span class="field-text">
          <span class="setting-label">
            {VGG_TITLES[vgg]} · {name}
          </span>
          <span class="explanation" id={`${id}-what`}>
            {verdictText(network)}
          </span>
          <span class="explanation network-facts">
            <code>{id}</code> · {bytesText(bytes)} · {prepared}
          </span>
        </span>
      </label>
      <Button icon="trash" testId={`remove-${id}`} label={translate`Remove “${name}”`} onClick={() => void removeNetwork(network)} />
    </div>
  );
}
