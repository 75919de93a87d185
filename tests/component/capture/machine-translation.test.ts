import { afterEach, describe, expect, it } from 'vitest';
import { walkBlocks } from '@/lib/capture/blocks/block-walker';
import { isMachineTranslated } from '@/lib/capture/machine-translation';

afterEach(() => {
  document.documentElement.className = '';
  document.head.replaceChildren();
  document.body.replaceChildren();
});

describe('isMachineTranslated', () => {
  it.each(['translated-ltr', 'dark translated-rtl'])('knows a root marked %s', (marks) => {
    document.documentElement.className = marks;
    expect(isMachineTranslated(document)).toBe(true);
  });

  it('knows a title that the browser put into another language', () => {
    document.head.innerHTML = '<title _msttexthash="42" _msthash="0">Die Lektion</title>';
    expect(isMachineTranslated(document)).toBe(true);
  });

  it('does not take a page about translation for one', () => {
    document.documentElement.className = 'translated-content';
    document.head.innerHTML = '<title>How pages are translated</title>';
    expect(isMachineTranslated(document)).toBe(false);
  });
});

describe('a translation that stands beside the text', () => {
  it.each([
    ['font', 'notranslate immersive-translate-target-wrapper'],
    ['span', 'notranslate read-frog-translated-content-wrapper'],
  ])('is not read as a part of it (<%s class="%s">)', (tag, classes) => {
    document.body.innerHTML = `<p>Entropy never decreases in an isolated system.
      <${tag} class="${classes}"><br><${tag}>孤立系统的熵从不减少。</${tag}></${tag}></p>`;
    const texts = [...walkBlocks(document.body)].flatMap((block) => block?.text ?? []);
    expect(texts).toEqual(['Entropy never decreases in an isolated system.']);
  });
});
