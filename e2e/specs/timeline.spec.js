// Point 5: the dates in order of time, and the publication date that relative dates hang on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, entries, onPage, published, read, rows, setUp, timeline, until } from '../fixtures.js';
import { FLOOD_FUND, UNDATED } from '../stories.js';

setUp();

/** The `datetime` of each entry, in the order of the list. */
const times = (page) => entries(page).locator('time').evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
const has = (page, expected) => until(page, async () => String(await times(page)) === String(expected), `the timeline is ${expected}`);

test('dates stand in order of time, with sentence and organizations', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await has(page, ['2015', '2018-03', '2019-10-30']);
  const [first, second] = await entries(page).allInnerTexts();
  assert.match(first, /The OSCE said that such a fund had first been proposed in 2015\./);
  assert.match(first, /Organization for Security and Co-operation in Europe/);
  assert.match(second, /World Bank/);
}));

test('a year is told apart from a day by more than its words', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await has(page, ['2015', '2018-03', '2019-10-30']);
  const precision = await entries(page).evaluateAll((all) => all.map((entry) => entry.dataset.precision));
  assert.notEqual(precision[0], precision[2]);
}));

test('the publication date is found in the text and says how', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  assert.equal(await published(page).inputValue(), '2019-10-30');
  const how = await published(page).evaluate((field) => document.getElementById(field.getAttribute('aria-describedby'))?.textContent);
  assert.match(how, /dateline/);
}));

test('changing the publication date moves every relative date at once', onPage(async (page) => {
  await read(page, FLOOD_FUND.replace('met in Vienna today', 'met in Vienna yesterday'));
  // The day in the dateline is written out, so it stays.
  await has(page, ['2015', '2018-03', '2019-10-29', '2019-10-30']);
  await published(page).fill('2020-03-01');
  await published(page).blur();
  await has(page, ['2015', '2018-03', '2019-10-30', '2020-02-29']);
  await page.getByText('set by you').waitFor();
}));

test('choosing an entry shows its place in the article', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await entries(page).first().getByRole('button').first().click();
  const current = article(page).locator('time.is-current');
  await current.waitFor();
  assert.equal(await current.innerText(), '2015');
}));

test('an organization named in an entry can be chosen there', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await entries(page).nth(1).getByRole('button', { name: 'World Bank' }).click();
  await until(page, async () => (await rows(page).locator('[aria-pressed="true"]').count()) === 1, 'its row is chosen');
}));

test('without a publication date relative dates wait on a shelf, never on the reader’s clock', onPage(async (page) => {
  await read(page, UNDATED);
  assert.equal(await published(page).inputValue(), '');
  await page.getByText('yesterday', { exact: true }).last().waitFor();
  assert.equal(await entries(page).count(), 0);
  await page.getByRole('button', { name: /Use today.s date/ }).click();
  const days = await page.evaluate(() => [0, -1].map((days) => {
    const day = new Date();
    day.setDate(day.getDate() + days);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  }));
  await until(page, async () => (await published(page).inputValue()) === days[0], 'the field shows today');
  await until(page, async () => (await times(page))[0] === days[1], 'yesterday has its place');
}));

test('the timeline is a region with an ordered list', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  assert.equal(await timeline(page).getByRole('list').first().evaluate((list) => list.tagName), 'OL');
}));
