import { englishOf, messageKey } from '../../../src/texts/message-key';

describe('the key of a text', () => {
  it('shows its first words, holds what browsers allow, and differs for texts that differ', () => {
    const texts = ['Capture layer', 'Capture layer…', 'capture layer', '“$1” is empty', '…', 'A'.repeat(200), `${'A'.repeat(200)}b`];
    const keys = texts.map(messageKey);
    expect(keys[0]).toMatch(/^capture_layer_[0-9a-f]{8}$/);
    // Browsers compare the names of messages without case.
    expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(texts.length);
    for (const key of keys) expect(key).toMatch(/^[a-z0-9_]{1,60}$/);
  });

  it('writes values as $1, $2 and a dollar as two', () => {
    expect(englishOf(['Costs $', ' for ', '.'])).toBe('Costs $$$1 for $2.');
    expect(englishOf(['Nothing'])).toBe('Nothing');
  });
});
