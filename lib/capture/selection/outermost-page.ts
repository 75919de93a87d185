/**
 * The page that a frame is a part of: the outermost document that we may look into from there. Frames of the page's own
 * site are read as parts of it; one of another site is a page of its own.
 */
export function outermostPage(frame: Window): Window {
  let page = frame;
  while (page.parent !== page && isOpen(page.parent)) page = page.parent;
  return page;
}

function isOpen(other: Window): boolean {
  try {
    return other.document !== undefined && /^https?:$/.test(other.location.protocol);
  } catch {
    return false;
  }
}
