import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { LaunchedExtension } from '@/tests/support/extension';

const LOOKS = (['en', 'zh'] as const).flatMap((uiLanguage) =>
  (['light', 'dark'] as const).map((theme) => ({ uiLanguage, theme })),
);
const TABS = ['dashboard', 'welcome'] as const;
/** Narrow first: a page's width is that of the window, and a window left narrow would squeeze the next popup. */
const WIDTHS = [360, 1280] as const;
const HEIGHT = 800;

/** Pictures of every surface as it is now, in both languages and themes, tabs also as narrow as a phone. */
export async function takePictures(extension: LaunchedExtension, over: Page, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const look of LOOKS) {
    await extension.changeSettings(look);
    const suffix = `${look.uiLanguage}-${look.theme}`;
    const popup = await extension.openPopup(over);
    await popup.getByRole('article').or(popup.getByRole('heading')).first().waitFor();
    await popup.waitForFunction(() => innerWidth === document.body.offsetWidth);
    await popup.screenshot({ path: join(folder, `popup-${suffix}.png`), animations: 'disabled' });
    await popup.close();
    for (const name of TABS) {
      const tab = await extension.openPage(`${name}.html`);
      await tab.getByRole('heading', { level: 1 }).waitFor();
      for (const width of WIDTHS) {
        await tab.setViewportSize({ width, height: HEIGHT });
        await tab.screenshot({
          path: join(folder, `${name}-${suffix}-${width}.png`),
          fullPage: true,
          animations: 'disabled',
        });
      }
      await tab.close();
    }
  }
}
