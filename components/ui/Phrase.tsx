import type { VNode } from 'preact';
import { type MessageKey, translateParts } from '@/lib/ui/i18n';

interface PhraseProps {
  id: MessageKey;
  /** What stands for the placeholders; elements keep captured text apart from our words. */
  parts: Readonly<Record<string, VNode | string | number>>;
}

/** A message with elements in it. */
export function Phrase({ id, parts }: PhraseProps) {
  return <>{translateParts<VNode>(id, parts)}</>;
}
