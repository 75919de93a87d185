import './empty-state.css';
import type { ComponentChildren } from 'preact';
import { GrainMark, type GrainState } from './GrainMark';

export interface EmptyStateProps {
  title: string;
  /** What will happen, or what to do. */
  children: ComponentChildren;
  mark?: GrainState;
  /** One action. */
  action?: ComponentChildren;
}

export function EmptyState({ title, children, mark = 'off', action }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <GrainMark state={mark} size="large" />
      <h2 class="empty-state__title">{title}</h2>
      <div class="empty-state__text">{children}</div>
      {action !== undefined && <div class="empty-state__action">{action}</div>}
    </div>
  );
}
