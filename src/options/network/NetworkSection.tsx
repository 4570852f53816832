import { Button } from '../../ui/Button';
import { FileButton } from '../../ui/FileButton';
import { Message } from '../../ui/Message';
import { Segmented } from '../../ui/Segmented';
import { networkActivity, networkError, networkNotice, networks, preparation, takeNetwork, undoRemoving } from '../state/networks';
import { Section } from '../Section';
import { OwnNetwork, ShippedNetwork } from './NetworkChoice';
import { translate } from '../../texts/translate';

const PREPARATIONS = [
  ['auto', translate`As the file tells`],
  ['torchvision', 'torchvision'],
  ['caffe', 'Caffe, Keras'],
] as const;

/** Which network looks at the pictures: the one that ships, or one of the user's own. */
export function NetworkSection() {
  const isBusy = networkActivity.value !== null;
  return (
    <Section
      id="network"
      title={translate`Network`}
      lead={translate`What looks at content and style. A VGG-16 or VGG-19 of your own can take the place of the one that comes with Brushover.`}
    >
      <div class="engines" role="radiogroup" aria-label={translate`Network`}>
        <ShippedNetwork />
        {networks.value.map((network) => (
          <OwnNetwork key={network.id} network={network} />
        ))}
      </div>
      <div class="setting-row">
        <span class="setting-label" title={PREPARED}>
          {translate`Pictures prepared`}
        </span>
        <Segmented
          label={translate`How the pictures were prepared that the network was trained with`}
          name="preparation"
          value={preparation.value}
          choices={PREPARATIONS}
          onChange={(chosen) => (preparation.value = chosen)}
        />
      </div>
      <p class="explanation">{PREPARED}</p>
      <div class="section-foot">
        <FileButton
          icon="open"
          accept=".safetensors,.json,.bin"
          asks="files"
          disabled={isBusy}
          testId="network-files"
          onFiles={(files) => void takeNetwork(files)}
        >
          {translate`Load files…`}
        </FileButton>
        <FileButton icon="open" asks="folder" disabled={isBusy} testId="network-folder" onFiles={(files) => void takeNetwork(files)}>
          {translate`Load a folder…`}
        </FileButton>
        <span class="explanation">{translate`A .safetensors file, or TensorFlow.js’ model.json with the .bin files beside it.`}</span>
      </div>
      <div role="status" class="cleared">
        {networkActivity.value && <span data-testid="network-activity">{networkActivity.value}</span>}
        {networkNotice.value && (
          <>
            <span data-testid="network-notice">{networkNotice.value.text}</span>
            {networkNotice.value.undo && (
              <Button icon="reset" kind="quiet" testId="undo-remove-network" onClick={() => void undoRemoving()}>
                {translate`Undo`}
              </Button>
            )}
          </>
        )}
      </div>
      <Message text={networkError.value} testId="network-error" />
      <p class="explanation">
        {translate`A network stays in this browser and is checked whenever it is read. It is not in “Export everything”, being up to 80 MB; keep its file. Recipes name it.`}
      </p>
    </Section>
  );
}

const PREPARED = translate`Files of PyTorch count as torchvision’s (RGB, mean and deviation), those of Keras and TensorFlow as Caffe’s (BGR less the mean), unless their numbers tell more.`;
