import { Icon } from './Icon';
import { translateSentence } from '../texts/translate-sentence';

interface MessageProps {
  text: string | null;
  testId: string;
  kind?: 'error' | 'success';
}

/** One sentence beside the control that it is about; read out when it appears. */
export function Message({ text, testId, kind = 'error' }: MessageProps) {
  return (
    <div role={kind === 'error' ? 'alert' : 'status'} class="message-place">
      {text && (
        <p class={`message ${kind}`} data-testid={testId}>
          <Icon name={kind === 'error' ? 'alert' : 'check'} />
          <span>{translateSentence(text)}</span>
        </p>
      )}
    </div>
  );
}
