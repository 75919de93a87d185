/**
 * Reads the tree through the getters and methods of the prototypes. A form whose control is called `parentNode` or `matches`
 * answers with that control when it is asked directly.
 */
function getterOf<Owner extends object, Key extends keyof Owner>(prototype: Owner, key: Key) {
  let owner: object | null = prototype;
  while (owner && !Object.hasOwn(owner, key)) owner = Object.getPrototypeOf(owner);
  const get = owner && Object.getOwnPropertyDescriptor(owner, key)?.get;
  if (!get) throw new Error(`This browser has no getter for ${String(key)}`);
  return (target: Owner): Owner[Key] => get.call(target);
}

export const firstChildOf = getterOf(Node.prototype, 'firstChild');
export const nextSiblingOf = getterOf(Node.prototype, 'nextSibling');
export const parentOf = getterOf(Node.prototype, 'parentNode');
export const nodeTypeOf = getterOf(Node.prototype, 'nodeType');
export const isConnected = getterOf(Node.prototype, 'isConnected');

export const shadowRootOf = getterOf(Element.prototype, 'shadowRoot');
export const nextElementSiblingOf = getterOf(Element.prototype, 'nextElementSibling');
export const previousElementSiblingOf = getterOf(Element.prototype, 'previousElementSibling');

/** All text in an element, shown or not. Costs as much as the element is large. */
export const textOf = getterOf(Element.prototype, 'textContent');

const localNameOf = getterOf(Element.prototype, 'localName');

/** Lower-case name of the element, whatever its namespace. */
export function tagOf(element: Element): string {
  return localNameOf(element).toLowerCase();
}

export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function matchesSelector(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function isElement(node: Node): node is Element {
  return nodeTypeOf(node) === Node.ELEMENT_NODE;
}

export function isText(node: Node): node is Text {
  const type = nodeTypeOf(node);
  return type === Node.TEXT_NODE || type === Node.CDATA_SECTION_NODE;
}

const NO_CLASSES: readonly string[] = [];

/** Names in the class attribute, as the page writes them. */
export function classesOf(element: Element): readonly string[] {
  const classes = attributeOf(element, 'class');
  return classes === null ? NO_CLASSES : classes.split(/\s+/).filter((name) => name !== '');
}
