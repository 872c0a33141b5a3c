// axe-core finds nothing in both themes, on a wide and on a narrow screen, in every state of the page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { filter, onPage, paste, read, rows, setUp, textbox } from '../fixtures.js';
import { FLOOD_FUND, UNDATED } from '../stories.js';

setUp();

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails with rule, help and place of every violation. */
async function isClean(page, state) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${state}: ${id} (${help}) at ${node.target}\n  ${node.html.slice(0, 200)}\n  ${node.failureSummary}`));
  assert.deepEqual(found, []);
}

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 800 }]) {
    test(`axe finds nothing, ${colorScheme}, ${viewport.width} px wide`, onPage(async (page) => {
      await read(page, FLOOD_FUND);
      await isClean(page, 'a story');
      if (viewport.width > 900) {
        await rows(page).first().getByRole('button').click();
        await isClean(page, 'an organization chosen');
        await filter(page).fill('zzz');
        await isClean(page, 'a filter without a hit');
      }
      await page.getByRole('button', { name: 'New text' }).click();
      await textbox(page).waitFor();
      await isClean(page, 'the textbox open');
      await page.getByRole('button', { name: 'Done' }).click();
      await read(page, UNDATED);
      await isClean(page, 'no publication date');
      await paste(page, '');
      await page.getByText(/no text to paste/).waitFor();
      await isClean(page, 'a notice');
    }, { colorScheme, viewport, reducedMotion: 'reduce' }));
  }
}

test('the theme can be switched by hand', onPage(async (page) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).backgroundColor);
  const button = page.getByRole('button', { name: /Theme/ });
  const seen = new Set();
  for (let i = 0; i < 3; i += 1) {
    seen.add(await paper());
    await button.click();
  }
  assert.equal(seen.size, 2, 'light and dark');
}, { colorScheme: 'light' }));

test('the page does not scroll sideways at 320 px', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
}, { viewport: { width: 320, height: 700 } }));
