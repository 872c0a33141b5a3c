// Point 4: the list of organizations, its filter, and the way from a row to its mentions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, filter, names, onPage, read, rows, setUp, until } from '../fixtures.js';
import { FLOOD_FUND, dispatch } from '../stories.js';

setUp();

const heading = (page, count) => page.getByRole('heading', { name: `Organizations ${count}` });
const ALL = ['Organization for Security and Co-operation in Europe', 'World Bank', 'Médecins Sans Frontières', 'United Nations'];

test('each organization has one row with its other names and its count', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  assert.deepEqual(await names(page), ALL);
  const [osce, bank] = await rows(page).allInnerTexts();
  assert.ok(osce.startsWith(ALL[0]), 'the first words are the name');
  assert.match(osce, /also OSCE/);
  assert.match(osce.replace(/\s+/g, ' '), /\b3\b/);
  assert.match(bank.replace(/\s+/g, ' '), /\b2\b/);
}));

test('the list can be ordered by count', onPage(async (page) => {
  await read(page, FLOOD_FUND + '\nThe World Bank, the World Bank and the World Bank said no more.');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('most named first');
  await until(page, async () => (await names(page))[0] === 'World Bank', 'the most named comes first');
}));

for (const [query, expected] of [['WORLD', ['World Bank']], ['medecins', ['Médecins Sans Frontières']], ['osce', [ALL[0]]], ['co-operation', [ALL[0]]], ['an', ALL.filter((name) => /an/i.test(name))]]) {
  test(`the filter finds “${query}”`, onPage(async (page) => {
    await read(page, FLOOD_FUND);
    await filter(page).fill(query);
    await until(page, async () => String(await names(page)) === String(expected), `only ${expected} are listed`);
    await heading(page, `${expected.length} of ${ALL.length}`).waitFor();
    assert.ok((await rows(page).first().locator('mark').count()) >= 1, 'the match is highlighted');
    await filter(page).press('Escape');
    await until(page, async () => String(await names(page)) === String(ALL), 'Escape clears');
    assert.equal(await filter(page).inputValue(), '');
  }));
}

test('a filter without a hit says so', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await filter(page).fill('zzz');
  await heading(page, `0 of ${ALL.length}`).waitFor();
  assert.equal(await page.getByRole('status').first().innerText(), `0 of ${ALL.length}`, 'and a screen reader says so');
  await page.getByText('No organization has this in its names.').waitFor();
}));

test('choosing a row marks its mentions and steps through them', onPage(async (page) => {
  const story = `${dispatch(900)}\n\nThe African Development Bank came late. The African Development Bank left early.\n`;
  await read(page, story);
  await rows(page).filter({ hasText: 'African Development Bank' }).getByRole('button').click();
  const lit = article(page).locator('mark.is-lit');
  await until(page, async () => (await lit.count()) === 2, 'both mentions are lit');
  const current = article(page).locator('mark.is-current');
  await until(page, async () => isSeen(page, current), 'the first is scrolled to');
  const first = await current.getAttribute('id');
  await page.getByRole('button', { name: 'Next mention' }).click();
  await until(page, async () => (await current.getAttribute('id')) !== first, 'the next is current');
  await page.getByRole('button', { name: 'Previous mention' }).click();
  await until(page, async () => (await current.getAttribute('id')) === first, 'the first is current again');
  await rows(page).filter({ hasText: 'African Development Bank' }).getByRole('button').click();
  await until(page, async () => (await lit.count()) === 0, 'a second choice takes the marks away');
}, { reducedMotion: 'reduce' }));

/** True if the element lies wholly in the window. */
async function isSeen(page, locator) {
  if ((await locator.count()) === 0) return false;
  const box = await locator.boundingBox();
  const { height } = page.viewportSize();
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}
