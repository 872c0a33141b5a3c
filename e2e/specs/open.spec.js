// Point 1: the page comes up with a sample that has been read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, entries, onPage, published, rows, setUp, until } from '../fixtures.js';

setUp();

test('the page opens with a sample that has been read', onPage(async (page) => {
  assert.ok((await article(page).innerText()).split(/\s+/).length > 100, 'the sample is a story');
  await until(page, async () => (await rows(page).count()) >= 3, 'organizations of the sample are listed');
  await until(page, async () => (await entries(page).count()) >= 2, 'dates of the sample stand on the timeline');
  assert.match(await published(page).inputValue(), /^\d{4}-\d{2}-\d{2}$/);
}));

test('every sample can be chosen and is read', onPage(async (page) => {
  const samples = page.getByRole('combobox', { name: 'Samples' });
  const values = await samples.locator('option').evaluateAll((options) => options.map((option) => option.value).filter(Boolean));
  assert.ok(values.length >= 3, 'there are three samples');
  const seen = new Set();
  for (const value of values) {
    await samples.selectOption(value);
    await until(page, async () => {
      const text = await article(page).innerText();
      return !seen.has(text) && (await article(page).locator('mark').count()) > 3;
    }, `sample ${value} is shown with its marks`);
    seen.add(await article(page).innerText());
  }
}));

test('the page works while nothing can be reached', onPage(async (page, t, context) => {
  await page.locator('html[data-app="ready"]').waitFor({ state: 'attached' });
  await context.setOffline(true);
  await page.getByRole('button', { name: 'New text' }).click();
  await page.getByRole('textbox', { name: 'Article text' }).fill('The World Bank met in Geneva.');
  await until(page, async () => (await article(page).locator('mark').count()) >= 1 && /Geneva\.$/.test((await article(page).innerText()).trim()), 'the text is read offline');
}));
