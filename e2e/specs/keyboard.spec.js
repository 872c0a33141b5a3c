// Everything that a person can do on this page, without a mouse: the tasks in the order of a first visit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, entries, frame, names, onPage, organizations, published, setUp, shown, textbox, timeline, until } from '../fixtures.js';
import { FLOOD_FUND, HARBOUR } from '../stories.js';

setUp();

/** Presses Tab until the element that has the focus passes `check`, as a reader does who looks for it. */
async function tabTo(page, selector, key = 'Tab') {
  for (let i = 0; i < 60; i += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`Tab never reached ${selector}`);
}

const focused = (page) => page.evaluate(() => document.activeElement.textContent);
const times = (page) => entries(page).locator('time').evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
const shows = (page, expected) => until(page, async () => String(await times(page)) === String(expected), `the timeline is ${expected}`);

test('the whole page by keyboard', onPage(async (page) => {
  // 1 and 2: a sample is there; the reader's own story comes by paste, or typed into the textbox.
  await page.evaluate((text) => navigator.clipboard.writeText(text), FLOOD_FUND);
  await page.keyboard.press('Control+V');
  await shown(page, FLOOD_FUND);
  await page.keyboard.press('e');
  await textbox(page).waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(' ');
  await page.evaluate((text) => navigator.clipboard.writeText(text), HARBOUR);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
  await shown(page, HARBOUR);
  await page.keyboard.press('Escape');
  await until(page, async () => (await textbox(page).count()) === 0, 'the textbox is closed');
  await tabTo(page, '.notice .link');
  assert.equal(await focused(page), 'Bring it back');
  await page.keyboard.press('Enter');
  await shown(page, FLOOD_FUND);

  // 3: the kinds of marks are switched, the marks read one by one.
  await tabTo(page, '.legend-switch');
  await page.keyboard.press('Space');
  assert.match(await article(page).getAttribute('data-hidden'), /ORG/);
  await page.keyboard.press('Space');
  await tabTo(page, '.mark');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.locator('.card').waitFor();
  await page.keyboard.press('Escape');

  // 4: organizations: found, ordered, chosen, stepped through.
  await page.keyboard.press('/');
  await page.keyboard.type('world');
  await until(page, async () => String(await names(page)) === 'World Bank', 'the filter narrows');
  await tabTo(page, '.org-button');
  await page.keyboard.press('Enter');
  await until(page, async () => (await article(page).locator('mark.is-lit').count()) === 2, 'its mentions are lit');
  await shows(page, ['2018-03']);
  await page.keyboard.press('j');
  await page.getByText('2 of 2', { exact: true }).waitFor();
  await page.keyboard.press('k');
  await page.getByText('1 of 2', { exact: true }).waitFor();
  await page.keyboard.press('g');
  await until(page, () => page.evaluate(() => document.activeElement.matches('.mark.is-current')), 'the focus is at the mention');
  await page.keyboard.press('g');
  await until(page, () => page.evaluate(() => document.activeElement.matches('.org-button')), 'and back at its row');
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await until(page, async () => (await names(page)).length === 4, 'the filter is open again');
  await tabTo(page, '.org-button');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+Enter');
  await until(page, async () => (await article(page).locator('mark.is-lit').count()) === 5, 'two are in focus');
  await page.keyboard.press('Escape');
  await shows(page, ['2015', '2018-03', '2019-10-30']);

  // 5: the timeline: read, chosen, narrowed; the day of publication changed.
  await tabTo(page, '.entry-button');
  await page.keyboard.press('Home');
  assert.match(await focused(page), /^2015/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(page, async () => (await article(page).locator('time.is-current').count()) === 1, 'its place is shown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await until(page, async () => (await organizations(page).locator('[aria-pressed="true"]').count()) === 1, 'the organization of an entry is chosen');
  await page.keyboard.press('Escape');
  await tabTo(page, '.strip-handle', 'Shift+Tab');
  await page.keyboard.press('ArrowLeft');
  await shows(page, ['2015', '2018-03']);
  await page.keyboard.press('End');
  await shows(page, ['2015', '2018-03', '2019-10-30']);
  await tabTo(page, '.skip', 'Shift+Tab');
  await tabTo(page, '#published');
  await page.keyboard.type('11052019');
  await until(page, async () => (await published(page).inputValue()) === '2019-11-05', 'the day is typed');
  await until(page, async () => (await times(page)).includes('2019-11-05'), 'today has moved');

  // The keys are explained, and the help closes.
  await tabTo(page, '.button-primary');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await until(page, async () => (await page.getByRole('dialog').count()) === 0, 'the help is closed');
  assert.equal(await timeline(page).count(), 1);
}, { permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' }));

test('the help gives the focus back, and goes when the focus goes on', onPage(async (page) => {
  const help = page.getByRole('dialog');
  const button = page.getByRole('button', { name: 'Help' });
  const isGone = () => until(page, async () => (await help.count()) === 0, 'the help is gone');
  await button.focus();
  await page.keyboard.press('Enter');
  await until(page, () => page.evaluate(() => document.activeElement.matches('dialog *')), 'the focus is in the help');
  await help.getByRole('button', { name: 'Close' }).press('Enter');
  await isGone();
  assert.ok(await button.evaluate((element) => element === document.activeElement), 'the focus is where it came from');
  await page.keyboard.press('Enter');
  await help.getByRole('button', { name: 'Close' }).focus();
  // Behind it may come the browser's own bars.
  for (let i = 0; i < 4 && (await page.evaluate(() => document.activeElement.matches('body, dialog *'))); i += 1) await page.keyboard.press('Tab');
  await isGone();
}));

test('keys pass over entries that a choice hides', onPage(async (page) => {
  await page.evaluate((text) => navigator.clipboard.writeText(text), FLOOD_FUND);
  await page.keyboard.press('Control+V');
  await shown(page, FLOOD_FUND);
  await entries(page).nth(1).locator('.entry-button').focus();
  await organizations(page).locator('.org-button').first().click();
  await shows(page, ['2015', '2019-10-30']);
  await page.locator('.step').waitFor();
  const stops = timeline(page).locator('.entry-button[tabindex="0"]');
  assert.deepEqual([await stops.count(), await stops.first().isVisible()], [1, true]);
  await stops.first().focus();
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(page), /2019/);
  await page.keyboard.press('ArrowUp');
  assert.match(await focused(page), /^2015/);
}, { permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' }));

test('single letters can be switched off', onPage(async (page) => {
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: 'Single-letter keys' }).press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await frame(page);
  assert.equal(await textbox(page).count(), 0);
}));

test('focus is never hidden below a bar that stays on top', onPage(async (page) => {
  await page.evaluate((text) => navigator.clipboard.writeText(text), FLOOD_FUND.repeat(6));
  await page.keyboard.press('Control+V');
  await shown(page, FLOOD_FUND.repeat(6));
  await organizations(page).locator('.org-button').first().click();
  await article(page).locator('.mark[tabindex="0"]').focus();
  await page.keyboard.press('End');
  for (let i = 0; i < 25; i += 1) {
    await page.keyboard.press('ArrowLeft');
    const [mark, bar] = await page.evaluate(() => [document.activeElement, document.querySelector('.step')].map((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom };
    }));
    assert.ok(mark.top >= bar.bottom - 1 || mark.bottom <= bar.top, `${JSON.stringify(mark)} under ${JSON.stringify(bar)}`);
  }
}, { permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce', viewport: { width: 1280, height: 500 } }));
