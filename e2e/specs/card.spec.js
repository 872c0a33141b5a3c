// The card of a mark: by pointer, by keyboard, by touch; it stays, can be reached, and goes with Escape (WCAG 1.4.13).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, onPage, read, setUp, until } from '../fixtures.js';
import { FLOOD_FUND } from '../stories.js';

setUp();

const card = (page) => page.locator('.card');
const mark = (page, text) => article(page).locator('.mark', { hasText: new RegExp(`^${text}$`) }).first();
const isGone = (page) => until(page, async () => (await card(page).count()) === 0, 'the card is gone');

test('the card of a name says what it is, its other names and why', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await mark(page, 'OSCE').hover();
  const text = await card(page).innerText();
  assert.match(text, /organization · intergovernmental/);
  assert.match(text, /Organization for Security and Co-operation in Europe/);
  assert.match(text, /also\s+OSCE/);
  assert.match(text, /why\s+\S+/);
}));

test('the card of a date says its value and how it was read', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await mark(page, 'today').hover();
  const text = await card(page).innerText();
  assert.match(text, /October 30, 2019/);
  assert.match(text, /value\s+2019-10-30/);
  assert.match(text, /why\s+.*publi/);
}));

test('a month shows its first and last day', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await mark(page, 'March 2018').hover();
  assert.match(await card(page).innerText(), /days\s+March 1, 2018 to March 31, 2018/);
}));

test('the pointer can go onto the card, and it stays', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await page.clock.install();
  await mark(page, 'OSCE').hover();
  await card(page).waitFor();
  const [from, to] = [await mark(page, 'OSCE').boundingBox(), await card(page).boundingBox()];
  await page.mouse.move(from.x + 4, from.y + from.height - 2);
  await page.mouse.move(to.x + 30, to.y + to.height / 2, { steps: 5 });
  await page.clock.runFor(900);
  assert.equal(await card(page).count(), 1, 'it lasts while the pointer is on it');
  await page.mouse.move(2, 2);
  await isGone(page);
}));

test('Escape closes it without moving the pointer, and nothing else', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await mark(page, 'OSCE').click();
  await card(page).waitFor();
  await page.keyboard.press('Escape');
  await isGone(page);
  assert.equal(await article(page).locator('.is-current').count(), 1, 'the choice stays');
  await page.keyboard.press('Escape');
  await until(page, async () => (await article(page).locator('.is-current').count()) === 0, 'the second Escape clears it');
}));

test('marks are one tab stop; arrow keys go through them and each shows its card', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  assert.equal(await article(page).locator('.mark[tabindex="0"]').count(), 1);
  await article(page).locator('.mark[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  const seen = [];
  for (let i = 0; i < 3; i += 1) {
    await page.keyboard.press('ArrowRight');
    const id = await page.evaluate(() => document.activeElement.id);
    await until(page, async () => (await card(page).getAttribute('data-place')) === id, `the card is of ${id}`);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-describedby')), 'card');
    seen.push(id);
  }
  assert.equal(new Set(seen).size, 3);
  await page.keyboard.press('Escape');
  await isGone(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), seen[2], 'the focus stays on the mark');
}));

test('from a mark Tab leads into its card, and Escape back', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await page.clock.install();
  await mark(page, 'OSCE').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await card(page).waitFor();
  const id = await page.evaluate(() => document.activeElement.id);
  await page.keyboard.press('Tab');
  await until(page, () => page.evaluate(() => document.activeElement.closest('.card') !== null), 'the focus is in the card');
  await page.clock.runFor(500);
  assert.equal(await card(page).count(), 1, 'it lasts while the focus is in it');
  await page.keyboard.press('Escape');
  await isGone(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), id);
}));

test('a tap shows it as a sheet, a tap elsewhere closes it', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await page.clock.install();
  await mark(page, 'OSCE').tap();
  await card(page).waitFor();
  const box = await card(page).boundingBox();
  assert.ok(box.y + box.height > 700 && box.width > 320, 'along the lower edge');
  await page.clock.runFor(600);
  assert.equal(await card(page).count(), 1, 'it stays after the finger is gone');
  await article(page).locator('h2').tap();
  await isGone(page);
  await mark(page, 'World Bank').tap();
  await card(page).getByRole('button', { name: 'Close' }).tap();
  await isGone(page);
}, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }));

test('the card is wholly in the window, wherever its mark stands', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  for (const text of ['today', 'Geneva', 'Anna Kowalska']) {
    await mark(page, text).hover();
    await until(page, async () => (await card(page).count()) === 1 && (await card(page).getAttribute('data-place')) === (await mark(page, text).getAttribute('id')), `the card of ${text}`);
    const box = await card(page).boundingBox();
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 900 && box.y + box.height <= 600, `${text}: ${JSON.stringify(box)}`);
  }
}, { viewport: { width: 900, height: 600 } }));
