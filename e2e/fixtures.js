// What every spec starts from: one server and one browser a file, a fresh page a test.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { launch } from './browser.js';
import { serve } from './server.js';

let server;
let browser;

/** For programs that are no tests and have a server of their own. */
export const useServer = (own) => { server = own; };

/** Starts server and browser before the tests of a file, and stops them after. */
export function setUp() {
  before(async () => {
    server = await serve();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
}

/**
 * Runs a test on a fresh page that has read its first sample. Afterwards: no console error, no error thrown, and no
 * request has left the origin.
 */
export function onPage(run, options = {}) {
  return async (t) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(10_000);
    const faults = watch(context);
    try {
      const page = await open(context);
      await run(page, t, context);
      assert.deepEqual(faults, []);
    } finally {
      await context.close();
    }
  };
}

/** Collects what must not happen on any page of the context. */
function watch(context) {
  const faults = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${server.origin}/`) && !url.startsWith('data:')) faults.push(`request to ${url}`);
  });
  context.on('requestfailed', (request) => {
    // A page that is left breaks off what it still loads.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed request to ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`thrown: ${error.error()}`));
  return faults;
}

/** A page whose program has taken over, and that shows the story it opened with. */
export async function open(context) {
  const page = await context.newPage();
  await page.goto(`${server.origin}/`);
  await ready(page);
  await article(page).locator('mark, time').first().waitFor();
  return page;
}

/** Waits until the page's program has taken over from the page that was drawn ahead. */
export const ready = (page) => page.locator('html[data-app]:not([data-waiting])').waitFor({ state: 'attached' });

/** For tests of how the page comes up: a context without a page, and the page's address. Nothing is watched. */
export function onContext(run, options = {}) {
  return async (t) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(10_000);
    try {
      await run(context, `${server.origin}/`, t);
    } finally {
      await context.close();
    }
  };
}

export const article = (page) => page.getByRole('article', { name: 'Article' });
export const organizations = (page) => page.getByRole('list', { name: 'Organizations', exact: true });
export const rows = (page) => organizations(page).getByRole('listitem');
export const filter = (page) => page.getByRole('searchbox', { name: 'Filter organizations' });
export const published = (page) => page.getByLabel('Publication date');
export const timeline = (page) => page.getByRole('region', { name: 'Timeline' });
/** The entries themselves, not the lists inside of them. */
export const entries = (page) => timeline(page).locator('ol > li:not([hidden])');
export const textbox = (page) => page.getByRole('textbox', { name: 'Article text' });

/** Pastes on the page as the browser does: the event with its data, at the element that has the focus. */
export async function paste(page, text) {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    if (pasted !== '') clipboardData.setData('text/plain', pasted);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Waits until the article holds all of `text`, white space aside, and its reading is done. */
export async function shown(page, text, timeout = 30_000) {
  // U+0085 ends a line in Unicode, but is no `\s` in JavaScript.
  const expected = text.replace(/[\s\u0085]+/g, '');
  await page.waitForFunction(
    (wanted) => document.querySelector('[aria-label="Article"]')?.textContent.replace(/[\s\u0085]+/g, '') === wanted,
    expected,
    { timeout },
  );
  await page.waitForFunction(() => document.querySelector('[aria-label="Article"][aria-busy="true"]') === null, null, { timeout });
}

/** Pastes a story and waits until it is shown with its marks. */
export async function read(page, text, timeout) {
  await paste(page, text);
  await shown(page, text, timeout);
}

/** Waits until the next frame's work is done; what comes after a frame, as the address, is then done, too. */
export const frame = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

/** Waits until `check` (run in Node) holds, looking again at every frame of the page, and then until that frame's work is done: the address is written after it. */
export async function until(page, check, what) {
  const end = Date.now() + 10_000;
  while (!(await check())) {
    assert.ok(Date.now() < end, `still not so after 10 s: ${what}`);
    await frame(page);
  }
  await frame(page);
}

/** The first line of each row: the organizations' names in order. */
export const names = async (page) => page.getByRole('list', { name: 'Organizations', exact: true }).locator('.org-name').allInnerTexts();

/** The colour that the page asks the browser's own bars to have: of those whose condition holds. */
export const barColour = (page) => page.evaluate(() => [...document.querySelectorAll('meta[name="theme-color"]')].filter(({ media }) => matchMedia(media).matches).map(({ content }) => content).join());

/** Waits until the browser keeps a text that holds `words`. */
export async function kept(page, words) {
  const holds = () => page.evaluate(async (wanted) => {
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve) => { const request = indexedDB.open(name); request.onsuccess = () => resolve(request.result); });
      for (const store of database.objectStoreNames) {
        const all = await new Promise((resolve) => { const request = database.transaction(store).objectStore(store).getAll(); request.onsuccess = () => resolve(request.result); });
        if (JSON.stringify(all).includes(wanted)) { database.close(); return true; }
      }
      database.close();
    }
    return false;
  }, words);
  await until(page, holds, `the browser keeps “${words}”`);
}
