// Work that takes time shows how far it is, and can be stopped; nothing is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, names, onPage, paste, read, setUp, shown, until } from '../fixtures.js';
import { FLOOD_FUND, HARBOUR, dispatch } from '../stories.js';

setUp();

const bar = (page) => page.getByRole('progressbar', { name: 'Reading…' });
const cancel = (page) => page.getByRole('button', { name: 'Cancel' });

/** Every value that the bar has had while it could be seen. */
const watchBar = (page) => page.evaluate(() => {
  window.seen = [];
  const look = () => {
    const found = document.querySelector('progress');
    if (found?.checkVisibility({ visibilityProperty: true })) window.seen.push(found.value / found.max);
    requestAnimationFrame(look);
  };
  look();
});

test('a long story shows how much of it is read', onPage(async (page, t) => {
  await watchBar(page);
  const long = dispatch(120_000);
  await read(page, long, 60_000);
  const seen = [...new Set(await page.evaluate(() => window.seen))];
  t.diagnostic(`values seen: ${seen.map((value) => value.toFixed(2)).join(' ')}`);
  assert.ok(seen.length >= 4, 'it moves');
  assert.deepEqual(seen, [...seen].sort((a, b) => a - b), 'forward only');
  assert.ok(seen.at(-1) > 0.6, 'and comes near its end');
  assert.equal(await bar(page).count(), 0, 'then it is gone');
}));

test('a story of common length shows no bar', onPage(async (page) => {
  await read(page, HARBOUR);
  await watchBar(page);
  await read(page, FLOOD_FUND);
  assert.deepEqual(await page.evaluate(() => window.seen), []);
}));

test('reading can be stopped, and taken up again', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  const long = dispatch(120_000);
  await paste(page, long);
  await cancel(page).click();
  await page.getByText('Reading was stopped').first().waitFor();
  assert.equal(await bar(page).count(), 0);
  await shown(page, FLOOD_FUND);
  await page.getByRole('button', { name: 'Read it' }).click();
  await shown(page, long, 60_000);
  assert.ok((await article(page).locator('mark').count()) > 1_000);
}));

test('after stopping, the story before comes back and the page goes on working', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await paste(page, dispatch(120_000));
  await cancel(page).click();
  await page.getByRole('button', { name: 'Bring back the one before' }).click();
  await shown(page, FLOOD_FUND);
  await until(page, async () => (await page.getByText('Reading was stopped').count()) === 0, 'the word about it is gone');
  await read(page, HARBOUR);
  assert.deepEqual(await names(page), ['European Commission']);
}));

test('pasting again stops what is being read', onPage(async (page) => {
  await paste(page, dispatch(120_000));
  await bar(page).waitFor();
  const start = Date.now();
  await read(page, HARBOUR);
  assert.deepEqual(await names(page), ['European Commission']);
  assert.ok(Date.now() - start < 5_000, 'soon');
  assert.equal(await bar(page).count(), 0);
}));
