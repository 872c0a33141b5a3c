// The page is there before its program: drawn when it was built, lit as the reader chose, taken over without a jump.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, barColour, entries, onContext, onPage, paste, read, ready, rows, setUp, shown } from '../fixtures.js';
import { FLOOD_FUND } from '../stories.js';

setUp();

const VIEWPORTS = [{ width: 1440, height: 900 }, { width: 412, height: 823 }, { width: 360, height: 740 }];

/** Adds up the layout shifts of a page, those after an input too. */
const watchShifts = (page) => page.addInitScript(() => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) window.shifts.push({ value, at: sources.map(({ node }) => node?.className ?? node?.nodeName) });
  }).observe({ type: 'layout-shift', buffered: true });
});

/** Waits two frames, so that what was drawn last has been reported. */
const settle = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)))));

async function shiftOf(page) {
  await settle(page);
  const shifts = await page.evaluate(() => window.shifts);
  return { sum: shifts.reduce((sum, { value }) => sum + value, 0), shifts: JSON.stringify(shifts) };
}

/** Keeps the page's program from coming until the function that this gives is called. */
async function holdBack(page) {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(/app.*\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Every element in the window with text of its own: its words and its place, rounded to pixels. Where rows below stand is guessed until they are seen. */
const places = (page) => page.evaluate(() => [...document.querySelectorAll('#page *')]
  .filter((element) => !element.closest('svg, .status') && element.getBoundingClientRect().top < window.innerHeight && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''))
  .map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.tagName} ${element.textContent.slice(0, 30)} ${[x, y, width, height].map(Math.round)}`;
  }));

for (const viewport of VIEWPORTS) {
  test(`the sample is there before the program, and stays in its place, ${viewport.width} px wide`, onContext(async (context, address, t) => {
    const page = await context.newPage();
    await watchShifts(page);
    const release = await holdBack(page);
    await page.goto(address, { waitUntil: 'commit' });
    await article(page).locator('mark').first().waitFor();
    assert.ok((await page.locator('.org').count()) > 3 && (await page.locator('.timeline > li').count()) > 3, 'all three parts are there');
    await settle(page);
    const before = await places(page);
    assert.ok(before.length > 15, `${before.length} elements in the window`);
    assert.equal(await page.locator('html[data-app]').count(), 0, 'the program is not there');
    release();
    await ready(page);
    await settle(page);
    assert.deepEqual(await places(page), before);
    const { sum, shifts } = await shiftOf(page);
    t.diagnostic(`CLS ${sum.toFixed(4)}`);
    assert.ok(sum < 0.02, shifts);
  }, { viewport }));

  test(`a kept story comes without the sample being seen, and nothing jumps, ${viewport.width} px wide`, onContext(async (context, address, t) => {
    const page = await context.newPage();
    await watchShifts(page);
    await page.goto(address);
    await ready(page);
    await read(page, FLOOD_FUND);
    await page.waitForFunction(() => localStorage.getItem('dateline.story') !== null);
    const release = await holdBack(page);
    await page.reload({ waitUntil: 'commit' });
    await page.locator('article').waitFor({ state: 'attached' });
    await settle(page);
    assert.equal(await page.locator('article').isVisible(), false, 'the sample is not seen');
    release();
    await shown(page, FLOOD_FUND);
    await ready(page);
    assert.ok(await article(page).isVisible());
    const { sum, shifts } = await shiftOf(page);
    t.diagnostic(`CLS ${sum.toFixed(4)}`);
    assert.ok(sum < 0.02, shifts);
  }, { viewport }));
}

test('the theme chosen last is there at the first paint', onContext(async (context, address) => {
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem('dateline.theme', '"Dark"'));
  await holdBack(page);
  await page.goto(address, { waitUntil: 'commit' });
  await article(page).locator('mark').first().waitFor();
  const [red] = (await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).match(/\d+/g);
  assert.ok(Number(red) < 60, `the paper is dark: ${red}`);
  assert.equal(await barColour(page), '#161614');
}, { colorScheme: 'light' }));

test('what is pasted before the program is there is read', onContext(async (context, address) => {
  const page = await context.newPage();
  const release = await holdBack(page);
  await page.goto(address, { waitUntil: 'commit' });
  await article(page).locator('mark').first().waitFor();
  await paste(page, FLOOD_FUND);
  release();
  await shown(page, FLOOD_FUND);
  await rows(page).first().waitFor();
}));

test('without the program the page says so', onContext(async (context, address) => {
  const page = await context.newPage();
  await page.route(/app.*\.wasm$/, (route) => route.abort());
  await page.goto(address);
  await page.getByRole('alert').filter({ hasText: 'could not start' }).waitFor();
  assert.ok(await article(page).isVisible());
}));

test('without JavaScript there is the sample, and a word about it', onContext(async (context, address) => {
  const page = await context.newPage();
  await page.goto(address);
  // Playwright's search for words leaves out what stands in this element.
  await page.locator('noscript p').filter({ visible: true }).waitFor();
  assert.ok((await article(page).locator('mark').count()) > 10);
  assert.ok((await page.locator('.timeline > li').count()) > 3);
}, { javaScriptEnabled: false }));

test('one style sheet, and a page that says what it is', onPage(async (page) => {
  assert.equal(await page.locator('link[rel="stylesheet"]').count(), 1);
  assert.ok((await entries(page).count()) > 3);
  const about = await page.locator('meta[name="description"]').getAttribute('content');
  assert.ok(about.length > 50 && about.length < 170, about);
  const manifest = await page.evaluate(async () => (await fetch(document.querySelector('link[rel="manifest"]').href)).json());
  for (const { src } of manifest.icons) assert.equal(await page.evaluate(async (icon) => (await fetch(icon)).status, src), 200);
  assert.equal(await page.evaluate(async () => (await fetch('./robots.txt')).status), 200);
  assert.match(await page.title(), / – Dateline$/);
}));
