// Small states: each says what is the matter and offers the next step.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, entries, filter, names, onPage, paste, read, setUp, textbox, until } from '../fixtures.js';
import { FLOOD_FUND, HARBOUR } from '../stories.js';

setUp();

const note = (page, title) => page.getByRole('note').filter({ hasText: title });

test('nothing to read: paste, write, or a sample', onPage(async (page) => {
  await paste(page, ' \n ');
  await note(page, 'There is nothing to read yet.').waitFor();
  await page.getByRole('button', { name: 'Sample: a flood' }).click();
  await until(page, async () => (await article(page).locator('mark').count()) > 3, 'the sample is read');
}));

test('another language is named', onPage(async (page) => {
  await paste(page, 'Сегодня в Москве прошла международная конференция о роли международных и региональных организаций, сообщает корреспондент агентства.');
  await note(page, 'This looks like Russian').waitFor();
  await note(page, 'Dateline reads English').getByRole('button', { name: 'New text' }).click();
  await textbox(page).waitFor();
}));

test('a text without names and dates says so in each pane', onPage(async (page) => {
  await read(page, 'It rained on the hills and nothing else was told about it by anybody in the whole long summer.');
  await note(page, 'No organization, person or date was found.').waitFor();
  await page.getByText('No organization was found in this text.').waitFor();
  await page.getByText('No date of this text has a place on the calendar.').waitFor();
  assert.equal(await page.locator('.strip').count(), 0);
}));

test('a very short text is read, with a word', onPage(async (page) => {
  await read(page, 'The World Bank met in Geneva.');
  await note(page, 'This is a very short text.').waitFor();
  assert.deepEqual(await names(page), ['World Bank']);
  await read(page, FLOOD_FUND);
  assert.equal(await note(page, 'very short').count(), 0);
}));

test('a filter without a hit leads back to all', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await filter(page).fill('zzz');
  await page.getByRole('button', { name: 'List all organizations' }).click();
  await until(page, async () => (await names(page)).length === 4, 'all are listed');
  assert.equal(await filter(page).inputValue(), '');
}));

test('a focus without a date says so and leads back', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await page.locator('.org-button', { hasText: 'Médecins' }).click();
  await page.getByText('No date with Médecins Sans Frontières.').waitFor();
  await page.getByRole('button', { name: 'Show all' }).click();
  await until(page, async () => (await entries(page).count()) === 3, 'all dates are listed');
}));

test('too large a text is kept and says what to do', onPage(async (page) => {
  await paste(page, 'The World Bank met. '.repeat(900_000));
  await page.getByRole('alert').filter({ hasText: 'longer than Dateline reads at once' }).waitFor();
  await read(page, HARBOUR);
}));

test('a switch of panes on a phone keeps each at its place', onPage(async (page) => {
  await read(page, FLOOD_FUND.repeat(5));
  const tab = (name) => page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name });
  await page.evaluate(() => window.scrollTo(0, 1500));
  const text = await page.evaluate(() => window.scrollY);
  await tab(/Organizations/).tap();
  await until(page, () => page.locator('#orgs').isVisible(), 'the organizations are seen');
  assert.ok((await page.locator('.tabs').boundingBox()).y < 5, 'the switch stays on top');
  assert.ok((await page.locator('#orgs-title').boundingBox()).y < 300, 'the list begins at its beginning');
  await tab(/Story/).tap();
  await until(page, async () => Math.abs((await page.evaluate(() => window.scrollY)) - text) < 3, 'the story is where it was');
}, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' }));

test('on a phone a choice in a list leads to its place in the story', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: /Organizations/ }).tap();
  await page.locator('.org-button', { hasText: 'World Bank' }).tap();
  const current = article(page).locator('.is-current');
  await until(page, async () => (await current.count()) === 1 && (await current.boundingBox())?.y > 40 && (await current.boundingBox()).y < 700, 'the mention is seen');
}, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' }));

for (const [locale, expected] of [['en-US', 'October 30, 2019'], ['en-GB', '30 October 2019'], ['de-DE', '30. Oktober 2019'], ['fr-FR', '30 octobre 2019']]) {
  test(`dates are written as in ${locale}`, onPage(async (page) => {
    await read(page, FLOOD_FUND);
    assert.equal(await entries(page).last().locator('time').innerText(), expected);
    assert.equal(await entries(page).last().locator('time').getAttribute('datetime'), '2019-10-30');
  }, { locale }));
}

test('a calendar of another era does not change the dates', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  assert.match(await entries(page).last().locator('time').innerText(), /2019/);
}, { locale: 'th-TH' }));

test('right-to-left text stands as it should', onPage(async (page) => {
  await read(page, 'The World Bank wrote:\n\nالتقى وزراء في فيينا اليوم. قال البنك الدولي The World Bank إنه سيدفع في 2015.\n\nThe United Nations answered in March 2018 that it would join the fund.');
  const directions = await article(page).locator('p').evaluateAll((all) => all.map((paragraph) => getComputedStyle(paragraph).direction));
  assert.deepEqual(directions, ['ltr', 'rtl', 'ltr']);
}));
