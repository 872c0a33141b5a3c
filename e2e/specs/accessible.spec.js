// What axe-core does not see (axe.spec.js has that): themes, narrow screens, large type.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barColour, onPage, read, setUp } from '../fixtures.js';
import { FLOOD_FUND } from '../stories.js';

setUp();

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

for (const colorScheme of ['light', 'dark']) {
  test(`the browser's own bars have the colour of the paper, on a ${colorScheme} system`, onPage(async (page) => {
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const rgb = (hex) => `rgb(${hex.match(/[0-9a-f]{2}/g).map((part) => Number.parseInt(part, 16)).join(', ')})`;
    const seen = new Set();
    for (let i = 0; i < 4; i += 1) {
      assert.equal(rgb(await barColour(page)), await paper());
      seen.add(await paper());
      await page.getByRole('button', { name: /Theme/ }).click();
    }
    assert.equal(seen.size, 2, 'light and dark');
  }, { colorScheme }));
}

/** What stands out of the page to the side, or is cut off by its own box. */
const lost = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  const seen = [...document.querySelectorAll('#page *')].filter((element) => !element.closest('svg, .hidden, .status, .skip') && element.checkVisibility());
  const out = seen.filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    const isCut = element.matches('button, select, p, h1, h2') && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    return left < -1 || right > width + 1 || isCut;
  });
  return out.map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 40)}`);
});

for (const [name, viewport, size] of [
  ['320 px wide', { width: 320, height: 700 }, 1],
  ['360 px wide', { width: 360, height: 740 }, 1],
  ['1280 px wide at 200 % zoom', { width: 640, height: 450 }, 1],
  ['1280 px wide with type of double size', { width: 1280, height: 900 }, 2],
  ['360 px wide with type of double size', { width: 360, height: 740 }, 2],
]) {
  test(`nothing is cut off ${name}`, onPage(async (page) => {
    await read(page, FLOOD_FUND);
    await page.evaluate((factor) => document.documentElement.style.setProperty('font-size', `${factor * 100}%`), size);
    assert.deepEqual(await lost(page), []);
    const tabs = page.getByRole('navigation', { name: 'Panes' }).getByRole('button');
    for (const tab of (await tabs.first().isVisible()) ? await tabs.all() : []) {
      await tab.click();
      assert.deepEqual(await lost(page), []);
    }
  }, { viewport }));
}

test('on a phone the header has “New text” in its first line', onPage(async (page) => {
  const top = async (locator) => (await locator.boundingBox()).y + (await locator.boundingBox()).height / 2;
  const [brand, start] = [page.getByRole('heading', { name: 'Dateline', level: 1 }), page.getByRole('button', { name: 'New text' })];
  assert.ok(Math.abs((await top(brand)) - (await top(start))) < 12);
}, { viewport: { width: 360, height: 740 } }));

test('one landmark of each kind, headings in order, a language', onPage(async (page) => {
  for (const role of ['banner', 'main', 'article']) assert.equal(await page.getByRole(role).count(), 1, role);
  const levels = await page.locator('h1, h2, h3, h4').evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
  assert.equal(levels[0], 1);
  assert.equal(levels.filter((level) => level === 1).length, 1);
  assert.ok(levels.every((level, at) => at === 0 || level - levels[at - 1] <= 1), levels.join());
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
}));
