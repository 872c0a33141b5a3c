// A story of 100,000 words: choosing, scrolling and the browser's own search stay quick.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onPage, paste, setUp, shown } from '../fixtures.js';
import { dispatch } from '../stories.js';

setUp();

const WORDS = 100_000;
const RUNS = 9;
/** From a press on a row to the task after the frame that shows it. */
const LIMIT = 50;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
/** Other work on the machine slows some runs: the third best of nine is held against the limit, and the median against twice as much. */
const best = (numbers) => [...numbers].sort((a, b) => a - b)[2];
const last = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * 0.95)];

test('100,000 words', { timeout: 300_000 }, onPage(async (page, t) => {
  const text = `${dispatch(WORDS)}\nThe last word of all is quincunx.\n`;
  await paste(page, text);
  await shown(page, text, 120_000);
  await page.getByText('quincunx').last().waitFor({ state: 'attached' });

  const chosen = await page.evaluate((runs) => new Promise((resolve) => {
    const rows = [...document.querySelectorAll('[aria-label="Organizations"] .org-button')];
    const times = [];
    const next = () => {
      if (times.length === runs) return resolve(times);
      const start = performance.now();
      rows[times.length % rows.length].click();
      requestAnimationFrame(() => setTimeout(() => {
        times.push(performance.now() - start);
        setTimeout(next, 300);
      }));
    };
    next();
  }), RUNS);
  t.diagnostic(`choosing an organization: third best ${best(chosen).toFixed(1)} ms, median ${median(chosen).toFixed(1)} ms of ${chosen.map(Math.round).join(', ')}`);

  const frames = await page.evaluate(() => new Promise((resolve) => {
    const times = [];
    let before = performance.now();
    const step = () => {
      const now = performance.now();
      times.push(now - before);
      before = now;
      window.scrollBy(0, 900);
      if (times.length < 120) requestAnimationFrame(step);
      else resolve(times);
    };
    requestAnimationFrame(step);
  }));
  t.diagnostic(`scrolling: median frame ${median(frames).toFixed(1)} ms, 95 of 100 under ${last(frames).toFixed(1)} ms`);

  const found = await page.evaluate(() => {
    window.scrollTo(0, 0);
    window.getSelection().removeAllRanges();
    return window.find('quincunx') && window.scrollY > 0;
  });
  assert.ok(found, 'the browser finds the last word');
  assert.ok(best(chosen) < LIMIT && median(chosen) < 2 * LIMIT, `choosing takes ${chosen} ms`);
  assert.ok(median(frames) < 34 && last(frames) < 100, `frames take ${median(frames)} and ${last(frames)} ms`);
}, { reducedMotion: 'reduce' }));
