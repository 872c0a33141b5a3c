// Choosing one organization or several focuses everything else on it, and the address keeps what was chosen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, entries, frame, kept, onPage, organizations, read, rows, setUp, timeline, until } from '../fixtures.js';
import { FLOOD_FUND, HARBOUR } from '../stories.js';

setUp();

const button = (page, name) => organizations(page).locator('.org-button', { hasText: name });
const times = (page) => entries(page).locator('time').evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
const shows = (page, expected) => until(page, async () => String(await times(page)) === String(expected), `the timeline is ${expected}`);
const lit = (page) => article(page).locator('mark.is-lit');

test('an organization narrows the timeline and lights its mentions', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await button(page, 'World Bank').click();
  await shows(page, ['2018-03']);
  assert.deepEqual(await lit(page).allInnerTexts(), ['World Bank', 'World Bank']);
  await timeline(page).getByText('1 of 3').waitFor();
  await timeline(page).getByText('Only with World Bank.').waitFor();
  await page.getByText('1 of 2', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Next mention' }).click();
  await page.getByText('2 of 2', { exact: true }).waitFor();
  assert.ok((await page.locator('.strip-figure.is-faint').count()) >= 2, 'the others are faint on the line');
  await timeline(page).getByRole('button', { name: 'Show all' }).click();
  await shows(page, ['2015', '2018-03', '2019-10-30']);
  assert.equal(await lit(page).count(), 0);
}));

test('several are in focus together', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await button(page, 'World Bank').click();
  await button(page, 'Organization for Security').click({ modifiers: ['Shift'] });
  await shows(page, ['2015', '2018-03', '2019-10-30']);
  await until(page, async () => (await lit(page).count()) === 5, 'the mentions of both are lit');
  await page.getByText('1 of 5', { exact: true }).waitFor();
  await page.getByRole('list', { name: 'In focus' }).getByRole('button', { name: /Organization for Security/ }).click();
  await shows(page, ['2018-03']);
}));

test('the plus beside a row adds it, for a pointer without keys', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await button(page, 'World Bank').click();
  await organizations(page).getByRole('button', { name: 'Add United Nations to the focus' }).click();
  await until(page, async () => (await lit(page).count()) === 3, 'both are lit');
}));

test('Back goes to the choice before', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await button(page, 'World Bank').click();
  await shows(page, ['2018-03']);
  await page.getByRole('button', { name: 'Next mention' }).click();
  await button(page, 'Organization for Security').click();
  await shows(page, ['2015', '2019-10-30']);
  await page.goBack();
  await shows(page, ['2018-03']);
  await page.getByText('2 of 2', { exact: true }).waitFor();
  await page.goBack();
  await shows(page, ['2015', '2018-03', '2019-10-30']);
  await page.goForward();
  await shows(page, ['2018-03']);
}));

test('an address opens its choice again, but never in another story', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await button(page, 'World Bank').click();
  await shows(page, ['2018-03']);
  const address = page.url();
  assert.match(address, /#[0-9a-f]{8}&e=\d+&m=\d+$/);
  await kept(page, 'River states');
  await page.goto('about:blank');
  await page.goto(address);
  await shows(page, ['2018-03']);
  await read(page, HARBOUR);
  await until(page, async () => !page.url().includes('#'), 'the new story has an address of its own');
  await page.evaluate((fragment) => new Promise((resolve) => {
    addEventListener('popstate', resolve, { once: true });
    window.location.hash = fragment;
  }), new URL(address).hash);
  await frame(page);
  assert.equal(await rows(page).locator('[aria-pressed="true"]').count(), 0);
  assert.equal(await lit(page).count(), 0);
}));

test('a date chosen in the list keeps the focus, one outside of it gives it up', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await button(page, 'World Bank').click();
  await shows(page, ['2018-03']);
  await entries(page).first().getByRole('button').first().click();
  await article(page).locator('time.is-current').waitFor();
  await shows(page, ['2018-03']);
  await article(page).locator('time', { hasText: '2015' }).click();
  await shows(page, ['2015', '2018-03', '2019-10-30']);
}));

test('people and places focus in the same manner', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await page.getByText('People', { exact: false }).first().click();
  await page.getByRole('list', { name: 'People' }).getByRole('button', { name: /Anna Kowalska/ }).click();
  await until(page, async () => (await lit(page).allInnerTexts()).includes('Anna Kowalska'), 'her name is lit');
}));
