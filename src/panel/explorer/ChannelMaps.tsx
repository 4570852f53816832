import type { ActivationMap } from '../../protocol/explorer';
import { translate } from '../../texts/translate';
import { formatLoss } from '../components/format';
import { PictureCanvas } from '../components/PictureCanvas';
import { explored } from '../state/explorer/explorer';

/** Where the strongest channels of the layer answer. */
export function ChannelMaps() {
  const layer = explored.value;
  if (!layer) return null;
  return (
    <section class="channel-maps" aria-label={translate`Strongest channels`}>
      <h3>{translate`Strongest channels`}</h3>
      <ul>
        {layer.maps.map((map) => (
          <Channel key={map.channel} {...map} />
        ))}
      </ul>
      <p class="explanation">{translate`White is where a channel answers most, black where it is silent.`}</p>
    </section>
  );
}

function Channel({ channel, mean, picture }: ActivationMap) {
  return (
    <li>
      <PictureCanvas picture={picture} label={translate`Where channel ${channel} answers`} testId="channel-map" />
      <span>{translate`No. ${channel}`}</span>
      <span>{translate`mean ${formatLoss(mean)}`}</span>
    </li>
  );
}
