// How the page feels on a slow machine: every interaction is answered within 100 ms, and nothing moves by itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, entries, filter, onPage, read, rows, setUp, shown, textbox } from '../fixtures.js';
import { HARBOUR, dispatch } from '../stories.js';

setUp();

/** So many times slower than this machine. */
const SLOWER = 4;
/** From the input to the frame that shows its effect, in milliseconds. */
const LIMIT = 100;
/** Each interaction is done so often; the best counts for the limit, since other programs may disturb any of them. */
const ROUNDS = 3;
const WORDS = 2_000;

const button = (page, name) => page.getByRole('button', { name });
/** An interaction: its name and how it is done, there and back, so that it can be done again. */
const WIDE = {
  'choose an organization': async (page) => (await rows(page).first().getByRole('button').first()).click(),
  'next mention': (page) => button(page, 'Next mention').click(),
  'previous mention by key': (page) => page.keyboard.press('k'),
  'clear the choice by key': (page) => page.keyboard.press('Escape'),
  'filter: a letter': async (page) => {
    await filter(page).focus();
    await page.keyboard.press('w');
  },
  'filter: clear': (page) => filter(page).press('Escape'),
  'order by name': async (page) => {
    const order = page.getByRole('combobox', { name: 'Order' });
    await order.focus();
    await page.keyboard.press('ArrowDown');
    await order.selectOption({ index: 0 });
    await page.keyboard.press('Tab');
  },
  'marks off and on': async (page) => {
    const toggle = page.getByRole('group', { name: 'Marks in the story' }).getByRole('button').first();
    await toggle.click();
    await toggle.click();
  },
  'choose a date': (page) => entries(page).nth(2).getByRole('button').first().click(),
  'choose a mark': (page) => article(page).locator('mark[data-type="ORG"]').first().click(),
  'theme': (page) => button(page, /^Theme/).click(),
  'help, and close it': async (page) => {
    await button(page, 'Help').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  },
  'open the textbox, and close it': async (page) => {
    await button(page, 'New text').click();
    await textbox(page).waitFor();
    await button(page, 'Done').click();
  },
};
const PHONE = {
  'show the organizations': (page) => button(page, /^Organizations/).click(),
  'show the timeline': (page) => button(page, /^Timeline/).click(),
  'show the story': (page) => button(page, /^Story/).click(),
};

/** Notes every input's time to its frame, and every layout shift. */
const watch = (page) => page.evaluate(() => {
  window.inputs = [];
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const { name, duration, interactionId } of list.getEntries()) if (interactionId) window.inputs.push({ name, duration });
  }).observe({ type: 'event', durationThreshold: 16, buffered: false });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value;
  }).observe({ type: 'layout-shift', buffered: false });
});

/** The longest time of an input since the last call; 16 for those too short to be told. */
async function longest(page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 150)))));
  return page.evaluate(() => Math.max(16, ...window.inputs.splice(0).map(({ duration }) => duration)));
}

async function measured(page, context, t, interactions) {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await watch(page);
  const times = Object.fromEntries(Object.keys(interactions).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, act] of Object.entries(interactions)) {
      await act(page);
      times[name].push(await longest(page));
    }
  }
  const shift = await page.evaluate(() => window.shift);
  for (const [name, all] of Object.entries(times)) t.diagnostic(`${name}: ${all.join(', ')} ms`);
  t.diagnostic(`worst of the best ${Math.max(...Object.values(times).map((all) => Math.min(...all)))} ms; CLS ${shift.toFixed(4)}`);
  const late = Object.entries(times).filter(([, all]) => Math.min(...all) >= LIMIT);
  assert.deepEqual(late, [], `over ${LIMIT} ms`);
  assert.ok(shift < 0.02, `CLS ${shift}`);
}

test(`interactions in a story of ${WORDS} words, ${SLOWER} times slower`, onPage(async (page, t, context) => {
  await read(page, dispatch(WORDS));
  await measured(page, context, t, WIDE);
}, { reducedMotion: 'reduce' }));

test(`interactions on a phone, ${SLOWER} times slower`, onPage(async (page, t, context) => {
  await read(page, dispatch(WORDS));
  await measured(page, context, t, PHONE);
}, { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' }));

test('typing is never held up, and a story that replaces another does not make the page jump', onPage(async (page, t, context) => {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await watch(page);
  await button(page, 'New text').click();
  await textbox(page).pressSequentially('The World Bank met the African Union in Geneva on 3 March 2021.', { delay: 40 });
  const typing = await longest(page);
  await shown(page, 'The World Bank met the African Union in Geneva on 3 March 2021.');
  await button(page, 'Done').click();
  await read(page, HARBOUR);
  t.diagnostic(`the slowest key ${typing} ms`);
  assert.ok(typing < 2 * LIMIT, `a key took ${typing} ms`);
}));
