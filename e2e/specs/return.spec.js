// Point 6: the last text is still there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kept, onPage, open, published, read, setUp, shown, textbox, until } from '../fixtures.js';
import { FLOOD_FUND, HARBOUR } from '../stories.js';

setUp();

test('a pasted story is there again after the tab was closed', onPage(async (page, t, context) => {
  await read(page, FLOOD_FUND);
  await kept(page, 'River states');
  await page.close();
  const again = await open(context);
  await shown(again, FLOOD_FUND);
}));

test('a typed story is there again after a reload', onPage(async (page) => {
  await page.getByRole('button', { name: 'New text' }).click();
  await textbox(page).fill(HARBOUR);
  await kept(page, 'Harbour reopens');
  await page.reload();
  await shown(page, HARBOUR);
}));

test('the publication date set by hand is there again', onPage(async (page) => {
  await read(page, HARBOUR);
  await published(page).fill('2021-03-05');
  await published(page).blur();
  await kept(page, '2021-03-05');
  await page.reload();
  await shown(page, HARBOUR);
  await until(page, async () => (await published(page).inputValue()) === '2021-03-05', 'the date is back');
  assert.ok(true);
}));
