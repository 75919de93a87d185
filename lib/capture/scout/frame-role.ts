/**
 * Whether this frame is part of what another script of ours reads: the page around it has the same origin, so its reader
 * walks through this frame too. Sandboxed frames have no origin that a learner could allow, and rest as well.
 */
export function isReadFromOutside(frame: Window = window): boolean {
  if (frame.origin === 'null') return true;
  if (frame.parent === frame) return false;
  try {
    return frame.parent.document !== undefined;
  } catch {
    return false;
  }
}
