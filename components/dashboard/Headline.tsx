import './headline.css';
import type { ComponentChildren } from 'preact';
import { GrainMark, type GrainState } from '@/components/ui/GrainMark';

interface HeadlineProps {
  /** One sentence: what matters today. */
  children: ComponentChildren;
  /** What to know about it, and at most one thing to do. */
  aside?: ComponentChildren;
  action?: ComponentChildren;
  /** The mark above the sentence, where there is nothing else to look at. */
  mark?: GrainState;
}

/** How every view starts. */
export function Headline({ children, aside, action, mark }: HeadlineProps) {
  return (
    <header class="headline">
      {mark !== undefined && <GrainMark state={mark} size="large" />}
      <h1 class="headline__sentence">{children}</h1>
      {aside !== undefined && <div class="headline__aside">{aside}</div>}
      {action !== undefined && <div class="headline__action">{action}</div>}
    </header>
  );
}
