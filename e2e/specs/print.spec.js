// On paper the page is a report: the story with its marks, who is in it, and the dates as a table.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, entries, onPage, read, rows, setUp } from '../fixtures.js';
import { FLOOD_FUND, dispatch } from '../stories.js';

setUp();

const onPaper = async (page) => page.emulateMedia({ media: 'print' });
const box = (locator) => locator.boundingBox();

for (const viewport of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
  test(`all three parts are on paper, one after another, and nothing to press, from ${viewport.width} px`, onPage(async (page) => {
    await read(page, FLOOD_FUND);
    await onPaper(page);
    const places = [await box(article(page)), await box(rows(page).first()), await box(entries(page).first())];
    assert.ok(places.every(Boolean) && places[0].y < places[1].y && places[1].y < places[2].y, JSON.stringify(places));
    for (const name of ['New text', 'Help', 'Bring it back']) assert.equal(await page.getByRole('button', { name }).isVisible().catch(() => false), false, name);
    assert.equal(await page.getByRole('combobox', { name: 'Samples' }).isVisible(), false);
    assert.equal(await page.locator('main button:not(.org-button, .entry-button, .chip):visible').count(), 0);
    assert.ok(await page.getByText('Anna Kowalska').last().isVisible(), 'folded names are unfolded');
  }, { viewport }));
}

test('the line of dates fits the paper, whatever the window was', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await onPaper(page);
  // Measured before the program could draw it anew, as it cannot for a printer.
  const [right, edge, words] = await page.locator('.strip').evaluate((strip) => {
    strip.style.width = '640px';
    const right = (selector) => strip.querySelector(selector).getBoundingClientRect().right;
    return [right('.strip-svg'), strip.getBoundingClientRect().right, right('.strip-published-words')];
  });
  assert.ok(right <= edge + 1 && words <= edge + 1, `${right} and ${words} of ${edge}`);
}));

test('the dates stand in columns', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await page.setViewportSize({ width: 720, height: 1000 });
  await onPaper(page);
  const all = await entries(page).all();
  const columns = await Promise.all(all.map(async (entry) => [await box(entry.locator('time').first()), await box(entry.locator('.entry-sentence'))]));
  assert.equal(new Set(columns.map(([when]) => Math.round(when.x))).size, 1);
  assert.equal(new Set(columns.map(([, sentence]) => Math.round(sentence.x))).size, 1);
  assert.ok(columns.every(([when, sentence]) => sentence.x > when.x + when.width - 1 && Math.abs(sentence.y - when.y) < 12));
}));

test('paper is white in the dark theme, too', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await onPaper(page);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
  assert.match(await article(page).evaluate((element) => getComputedStyle(element).color), /rgb\(28, 27, 25\)/);
}, { colorScheme: 'dark' }));

test('a long story is printed to its end', onPage(async (page) => {
  await read(page, `${dispatch(6_000)}\n\nThe last word is Quintessence.\n`);
  const pages = async () => (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.ok((await pages()) > 10, `${await pages()} pages`);
  await onPaper(page);
  await page.getByText('Quintessence').first().scrollIntoViewIfNeeded();
  assert.ok(await page.getByText('Quintessence').first().isVisible());
}));
