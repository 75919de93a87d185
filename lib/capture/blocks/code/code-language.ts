import { attributeOf, classesOf, isElement, parentOf, tagOf } from '../dom-access';
import languages from './code-languages.json';

const KNOWN: ReadonlySet<string> = new Set(languages.known);
const NO_LANGUAGE: ReadonlySet<string> = new Set(languages.none);
const ALIASES: Readonly<Record<string, string>> = languages.aliases;
const ATTRIBUTES = ['data-lang', 'data-language', 'data-code-language'] as const;

const PREFIXED =
  /^(?:language-|lang-|lang:|mw-highlight-lang-|highlight-source-|highlight-text-|highlight-|src-|brush:)(.+)$/;

/** How far above the code the element may be that names its language. */
const MOST_LEVELS = 8;

/** Programming language of a piece of code as the page names it, in lower case; undefined when it names none. */
export function codeLanguageOf(element: Element): string | undefined {
  const own = namedBy(element, isName) ?? namedByInner(element);
  if (own !== undefined) return own;
  let above = parentOf(element);
  for (let level = 0; level < MOST_LEVELS && above && isElement(above); level += 1) {
    if (tagOf(above) === 'body') return undefined;
    const language = namedBy(above, isKnown);
    if (language !== undefined) return language;
    above = parentOf(above);
  }
  return undefined;
}

/** Code within preformatted text usually names the language. */
function namedByInner(element: Element): string | undefined {
  const inner = element.querySelector('code');
  return inner ? namedBy(inner, isName) : undefined;
}

/** @param accepts whether a name with a telling prefix is one: near the code every name is */
function namedBy(element: Element, accepts: (name: string) => boolean): string | undefined {
  const attributes = ATTRIBUTES.map((name) => attributeOf(element, name) ?? '');
  const classes = classesOf(element);
  const prefixed = classes.map((name, index) => {
    const [, rest] = PREFIXED.exec(name) ?? [];
    return rest ?? (name === 'brush:' ? (classes[index + 1] ?? '') : '');
  });
  const named = [...attributes, ...prefixed].map(toName).find(accepts);
  return named ?? classes.map(toName).find((name) => isKnown(name) && isCodeTag(element));
}

function isCodeTag(element: Element): boolean {
  const tag = tagOf(element);
  return tag === 'pre' || tag === 'code' || classesOf(element).includes('syntaxhighlighter');
}

function toName(raw: string): string {
  const name = raw.toLowerCase().replace(/;+$/, '');
  return Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? name) : name;
}

function isName(name: string): boolean {
  return /^[\w.+#-]{1,32}$/.test(name) && !NO_LANGUAGE.has(name);
}

function isKnown(name: string): boolean {
  return KNOWN.has(name);
}
