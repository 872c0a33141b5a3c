// Point 3: the story as an article, its names and dates marked, each kind told apart by more than colour.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, onPage, read, setUp } from '../fixtures.js';
import { FLOOD_FUND } from '../stories.js';

setUp();

test('headline and paragraphs are kept as pasted', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  assert.equal(await article(page).getByRole('heading').innerText(), 'River states agree on a flood fund');
  const paragraphs = await article(page).locator('p').allInnerTexts();
  assert.ok(paragraphs.some((text) => text.startsWith('The OSCE said') && text.endsWith('40 million euros.')), paragraphs.join('\n'));
}));

test('organizations, people, places and dates are marked', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  const marked = async (type) => article(page).locator(`mark[data-type="${type}"][data-entity]`).allInnerTexts();
  assert.ok((await marked('ORG')).includes('World Bank'));
  assert.ok((await marked('PER')).includes('Anna Kowalska'));
  assert.ok((await marked('LOC')).includes('Vienna'));
  assert.ok((await article(page).locator('time[data-value="2015"][datetime="2015"]').allInnerTexts()).includes('2015'));
  assert.equal(await article(page).locator('time[data-value="2018-03"]').innerText(), 'March 2018');
}));

test('all mentions of one organization carry its number', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  const numbers = await article(page).locator('mark[data-type="ORG"]').evaluateAll((marks) =>
    marks.filter((mark) => mark.textContent === 'OSCE' || mark.textContent.startsWith('Organization for')).map((mark) => mark.dataset.entity));
  assert.ok(numbers.length >= 3 && new Set(numbers).size === 1, numbers.join());
}));

for (const forcedColors of ['none', 'active']) {
  test(`kinds of marks differ by more than colour (forced colors: ${forcedColors})`, onPage(async (page) => {
    await page.emulateMedia({ forcedColors });
    await read(page, FLOOD_FUND);
    const shapes = await article(page).evaluate((element) =>
      ['mark[data-type="ORG"]', 'mark[data-type="PER"]', 'mark[data-type="LOC"]', 'time'].map((selector) => {
        const style = getComputedStyle(element.querySelector(selector));
        const parts = [style.textDecorationLine, style.textDecorationStyle, style.textDecorationThickness];
        return [...parts, style.borderBottomStyle, style.borderTopStyle, style.borderBottomWidth, style.outlineStyle, style.fontWeight].join(' ');
      }));
    assert.equal(new Set(shapes).size, 4, shapes.join('\n'));
  }));
}
