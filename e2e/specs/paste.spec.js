// Point 2: a story is pasted or typed; the newest wins.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, names, onPage, paste, read, setUp, shown, textbox, until } from '../fixtures.js';
import { FLOOD_FUND, HARBOUR, dispatch } from '../stories.js';

setUp();

test('Ctrl+V anywhere brings a new story', onPage(async (page) => {
  await page.evaluate((text) => navigator.clipboard.writeText(text), FLOOD_FUND);
  await page.keyboard.press('Control+V');
  await shown(page, FLOOD_FUND);
  assert.ok((await names(page)).includes('World Bank'));
}, { permissions: ['clipboard-read', 'clipboard-write'] }));

test('“New text” opens a textbox, and what is pasted there is read', onPage(async (page) => {
  await page.evaluate((text) => navigator.clipboard.writeText(text), HARBOUR);
  await page.getByRole('button', { name: 'New text' }).click();
  await textbox(page).waitFor();
  assert.ok(await textbox(page).evaluate((field) => field === document.activeElement), 'the textbox has the focus');
  await page.keyboard.press('Control+V');
  await shown(page, HARBOUR);
  assert.ok((await names(page)).includes('European Commission'));
}, { permissions: ['clipboard-read', 'clipboard-write'] }));

test('typing is read after a pause', onPage(async (page) => {
  await page.getByRole('button', { name: 'New text' }).click();
  await textbox(page).pressSequentially('The World Bank met');
  await shown(page, 'The World Bank met');
  await textbox(page).pressSequentially(' the African Union in Geneva.');
  await shown(page, 'The World Bank met the African Union in Geneva.');
  assert.deepEqual(await names(page), ['World Bank', 'African Union']);
}));

test('the newest of two stories wins, however long the first takes', onPage(async (page) => {
  const long = dispatch(120_000);
  await paste(page, long);
  await paste(page, HARBOUR);
  await shown(page, HARBOUR);
  // One more round through the worker: an outdated answer would have come before this one.
  await read(page, FLOOD_FUND);
  await read(page, HARBOUR);
  assert.deepEqual(await names(page), ['European Commission']);
}));

test('the page stays usable while a long story is read', onPage(async (page) => {
  await paste(page, dispatch(120_000));
  await page.getByRole('button', { name: 'New text' }).click();
  await textbox(page).waitFor({ timeout: 2_000 });
}));

test('what was replaced can be brought back', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await read(page, HARBOUR);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await shown(page, FLOOD_FUND);
}));

test('a paste into the filter stays in the filter', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await page.evaluate(() => navigator.clipboard.writeText('world'));
  await page.getByRole('searchbox', { name: 'Filter organizations' }).focus();
  await page.keyboard.press('Control+V');
  await until(page, async () => (await names(page)).length === 1, 'the filter narrows');
  assert.equal((await article(page).innerText()).includes('River states'), true);
}, { permissions: ['clipboard-read', 'clipboard-write'] }));
