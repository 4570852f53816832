import type { ComponentChildren } from 'preact';

interface SectionProps {
  /** For links to it, and for tests. */
  id: string;
  title: string;
  /** What it is for, in a sentence. */
  lead?: string;
  children: ComponentChildren;
}

export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section class="card" id={id} aria-labelledby={`${id}-title`} data-testid={id} tabIndex={-1}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}
