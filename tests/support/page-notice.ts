import type { CDPSession, Page } from 'playwright-core';
import { until } from './until';

/** The notice lives in a shadow root that no script of the page sees; the accessibility tree shows what a person gets. */
async function findByRole(session: CDPSession, role: string): Promise<{ name: string; node: number }[]> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodes } = await session.send('Accessibility.queryAXTree', {
    backendNodeId: root.backendNodeId,
    role,
  });
  return nodes.map(({ name, backendDOMNodeId }) => ({
    name: String(name?.value ?? ''),
    node: backendDOMNodeId ?? 0,
  }));
}

async function textOf(session: CDPSession, node: number): Promise<string> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: node });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: 'function () { return this.textContent }',
  });
  return String(result.value);
}

/** What the notice in a page says, once it says what is wanted. */
export async function waitForNotice(page: Page, wanted: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await until(
    async () => {
      const regions = await findByRole(session, 'status');
      return Promise.all(regions.map(({ node }) => textOf(session, node)));
    },
    (texts) => texts.includes(wanted),
    10_000,
  );
  await session.detach();
}

/** Presses a button of the notice with the mouse. */
export async function pressInNotice(page: Page, name: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const button = (await findByRole(session, 'button')).find((candidate) => candidate.name === name);
  if (button === undefined) throw new Error(`The notice has no button ${name}`);
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: button.node });
  const [left = 0, top = 0] = model.content;
  await page.mouse.click(left + model.width / 2, top + model.height / 2);
  await session.detach();
}
