import { useEffect } from 'preact/hooks';
import { Message } from '../../ui/Message';
import { Segmented } from '../../ui/Segmented';
import { explorerError, followExplorer } from '../state/explorer/explorer';
import { exploredKind } from '../state/explorer/explored-picture';
import { ChannelMaps } from './ChannelMaps';
import { ExplorerStatus } from './ExplorerStatus';
import { LayerChoice } from './LayerChoice';
import { LayerRoles } from './LayerRoles';
import { LayerWords } from './LayerWords';
import { RebuiltPictures } from './RebuiltPictures';
import { translate } from '../../texts/translate';

const PICTURES = [
  ['layer', translate`Your picture`],
  ['style', translate`Chosen style`],
] as const;

/** A picture through the eyes of each layer of the network; to close it ends its work. */
export function Explorer() {
  useEffect(() => followExplorer(), []);
  return (
    <div class="explorer-view">
      <p class="explanation">
        {translate`The network looks at a picture in thirteen layers, from single pixels to whole things. Content and style are what some of these layers see.`}
      </p>
      <Segmented
        label={translate`Picture to look at`}
        name="explored"
        value={exploredKind.value}
        choices={PICTURES}
        onChange={(kind) => (exploredKind.value = kind)}
      />
      <LayerChoice />
      <LayerWords />
      <LayerRoles />
      <RebuiltPictures />
      <ExplorerStatus />
      <ChannelMaps />
      <Message text={explorerError.value} testId="explorer-error" />
    </div>
  );
}
