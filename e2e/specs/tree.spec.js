// Parents and their parts: a tree that folds, in each order, and one tab stop for the whole list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filter, names, onPage, organizations, read, rows, setUp, until } from '../fixtures.js';

setUp();

const PARTS = `The council met

GENEVA, Oct 30, 2019 - Interpol wrote to the UN Security Council and the UN General Assembly on Monday. The United Nations (UN) did not answer. The African Union did.
`;
const TREE = ['Interpol', 'United Nations', 'UN Security Council', 'UN General Assembly', 'African Union'];
const list = (page, expected) => until(page, async () => String(await names(page)) === String(expected), `the list is ${expected}`);
const depths = (page) => rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('aria-level')));

test('parts stand below what they belong to', onPage(async (page) => {
  await read(page, PARTS);
  await list(page, TREE);
  assert.deepEqual(await depths(page), ['1', '1', '2', '2', '1']);
  const first = (await rows(page).allInnerTexts()).map((text) => text.split('\n')[0]);
  assert.deepEqual(first, TREE, 'the first words of a row are the name');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('by name');
  await list(page, ['African Union', 'Interpol', 'United Nations', 'UN General Assembly', 'UN Security Council']);
  await page.getByRole('checkbox', { name: 'Group parts' }).uncheck();
  await list(page, ['African Union', 'Interpol', 'UN General Assembly', 'UN Security Council', 'United Nations']);
}));

test('a parent folds its parts away and shows them again', onPage(async (page) => {
  await read(page, PARTS);
  await list(page, TREE);
  const fold = organizations(page).getByRole('button', { name: '2 parts of United Nations' });
  assert.equal(await fold.getAttribute('aria-expanded'), 'true');
  await fold.click();
  await list(page, ['Interpol', 'United Nations', 'African Union']);
  assert.equal(await fold.getAttribute('aria-expanded'), 'false');
  await fold.click();
  await list(page, TREE);
}));

test('a part whose parent is filtered out stands alone and names it', onPage(async (page) => {
  await read(page, PARTS);
  await filter(page).fill('security');
  await list(page, ['UN Security Council']);
  assert.match(await rows(page).first().innerText(), /part of United Nations/);
}));

test('the list is one tab stop: arrows, Home and End', onPage(async (page) => {
  await read(page, PARTS);
  await list(page, TREE);
  assert.equal(await organizations(page).locator('[tabindex="0"]').count(), 1);
  const at = () => page.evaluate(() => document.activeElement.querySelector('.org-name')?.textContent ?? document.activeElement.getAttribute('aria-label'));
  await organizations(page).locator('[tabindex="0"]').focus();
  await page.keyboard.press('End');
  assert.equal(await at(), 'African Union');
  await page.keyboard.press('ArrowUp');
  assert.equal(await at(), 'UN General Assembly');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  assert.equal(await at(), 'United Nations');
  assert.equal(await organizations(page).locator('[tabindex="0"]').count(), 1);
  await page.keyboard.press('ArrowRight');
  assert.equal(await at(), '2 parts of United Nations');
  await page.keyboard.press('Enter');
  await list(page, ['Interpol', 'United Nations', 'African Union']);
  await page.keyboard.press('ArrowDown');
  assert.equal(await at(), 'African Union');
}));
