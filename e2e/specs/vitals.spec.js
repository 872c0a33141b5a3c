// How the page feels on a slow machine: how soon interactions are answered, and that nothing moves by itself.
import assert from 'node:assert/strict';
import { cpus, loadavg } from 'node:os';
import { test } from 'node:test';
import { article, entries, onPage, read, rows, setUp, shown, textbox } from '../fixtures.js';
import { dispatch } from '../stories.js';

setUp();

/** So many times slower than this machine. */
const SLOWER = 4;
/** From the input to the frame that shows its effect, in milliseconds. */
const LIMIT = 100;
/** Each interaction is done so often; the best counts for the limit, since other programs may disturb any of them. */
const ROUNDS = 3;
const WORDS = 2_000;
/** By then the card of a mark has come that the mouse rests on, in milliseconds. */
const RESTS = 300;
/** The frame in which an effect is seen begins so much later at most. */
const FRAME = 16;

const button = (page, name) => page.getByRole('button', { name });
/** What is pressed, in turn: a place on the page, or a key. */
const WIDE = {
  'choose an organization': (page) => [rows(page).first().getByRole('button').first()],
  'next mention': (page) => [button(page, 'Next mention')],
  'previous mention by key': () => ['k'],
  'clear the choice by key': () => ['Escape'],
  'go to the filter, type, and clear it': () => ['/', 'w', 'Escape'],
  'marks off and on': (page) => Array(2).fill(page.getByRole('group', { name: 'Marks in the story' }).getByRole('button').first()),
  'choose a date, and clear it': (page) => [entries(page).nth(2).getByRole('button').first(), 'Escape'],
  // The first Escape closes the mark's card, the second clears the choice.
  'choose a mark, and clear it': (page) => [article(page).locator('mark[data-type="ORG"]').first(), 'Escape', 'Escape'],
  theme: (page) => [button(page, /^Theme/)],
  'help, and close it': (page) => [button(page, 'Help'), page.getByRole('dialog').getByRole('button', { name: 'Close' })],
  'open the textbox, and close it': (page) => [button(page, 'New text'), button(page, 'Done')],
};
const PHONE = {
  'show the organizations': (page) => [button(page, /^Organizations/)],
  'show the timeline': (page) => [button(page, /^Timeline/)],
  'show the story': (page) => [button(page, /^Story/)],
};

/** Notes every input's time to its frame, and every layout shift. */
const watch = (page) => page.evaluate(() => {
  window.inputs = [];
  window.shift = 0;
  window.shifted = [];
  new PerformanceObserver((list) => {
    for (const { name, duration, interactionId } of list.getEntries()) if (interactionId) window.inputs.push({ name, duration });
  }).observe({ type: 'event', durationThreshold: 16, buffered: false });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      window.shift += value;
      window.shifted.push(...sources.map(({ node }) => node?.className || node?.nodeName));
    }
  }).observe({ type: 'layout-shift', buffered: false });
});

const settle = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 150)))));

/** The longest time of an input since the last call; 16 for those too short to be told. */
const longest = (page) => page.evaluate(() => Math.max(16, ...window.inputs.splice(0).map(({ duration }) => duration)));

/** What the page's main thread has worked so far, in milliseconds of this machine's processor: whatever else runs beside it. */
async function worked(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
}

/** A function that presses a key or a place, found before, so that looking for it is not counted. */
async function aimed(page, step) {
  await settle(page);
  await longest(page);
  if (typeof step === 'string') return () => page.keyboard.press(step);
  await step.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await step.boundingBox();
  await settle(page);
  // The mouse is there before, as a reader's is; what its coming does, as the card of a mark, is an interaction of its own.
  await page.mouse.move(x + Math.min(width / 2, 12), y + height / 2);
  await page.waitForTimeout(RESTS);
  await settle(page);
  return async () => {
    await page.mouse.down();
    await page.mouse.up();
  };
}

/** The slowest step of each round. */
function rounds(all, kind, steps) {
  const times = all.filter((entry) => kind in entry).map((entry) => entry[kind]);
  return Array.from({ length: times.length / steps }, (_, at) => Math.max(...times.slice(at * steps, (at + 1) * steps)));
}

/**
 * Does each interaction some times. Two times are taken: what the browser tells of its events while it is slowed down, and
 * what the main thread has worked, unslowed, times four and a frame. The first counts other programs of the machine in, the second
 * counts all work until the page is at rest in; the limit is for the lesser.
 */
async function measured(page, context, t, interactions) {
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await watch(page);
  const times = Object.fromEntries(Object.keys(interactions).map((name) => [name, []]));
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    const isSlowed = round % 2 === 1;
    await session.send('Emulation.setCPUThrottlingRate', { rate: isSlowed ? SLOWER : 1 });
    for (const [name, steps] of Object.entries(interactions)) {
      for (const step of steps(page)) {
        const press = await aimed(page, step);
        const before = await worked(session);
        await press();
        await settle(page);
        times[name].push(isSlowed ? { told: await longest(page) } : { worked: Math.round(SLOWER * ((await worked(session)) - before)) + FRAME });
      }
    }
  }
  const best = Object.entries(times).map(([name, all]) => [name, ...['told', 'worked'].map((kind) => Math.min(...rounds(all, kind, interactions[name](page).length)))]);
  for (const [name, all] of Object.entries(times)) {
    const [told, work] = ['told', 'worked'].map((kind) => rounds(all, kind, interactions[name](page).length).join(', '));
    t.diagnostic(`${name}: told ${told} ms; worked ${work} ms`);
  }
  const shift = await page.evaluate(() => window.shift);
  t.diagnostic(`worst of the best: told ${Math.max(...best.map(([, told]) => told))} ms, worked ${Math.max(...best.map(([, , work]) => work))} ms; CLS ${shift.toFixed(4)}`);
  t.diagnostic(`the machine's load is ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`);
  assert.deepEqual(best.filter(([, told, work]) => Math.min(told, work) >= LIMIT), [], `over ${LIMIT} ms`);
  assert.ok(shift < 0.02, `CLS ${shift} by ${await page.evaluate(() => window.shifted.join(', '))}`);
}

test(`interactions in a story of ${WORDS} words, ${SLOWER} times slower`, onPage(async (page, t, context) => {
  await read(page, dispatch(WORDS));
  await measured(page, context, t, WIDE);
}, { reducedMotion: 'reduce' }));

test(`interactions on a phone, ${SLOWER} times slower`, onPage(async (page, t, context) => {
  await read(page, dispatch(WORDS));
  await measured(page, context, t, PHONE);
}, { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' }));

test(`typing, ${SLOWER} times slower`, onPage(async (page, t, context) => {
  await button(page, 'New text').click();
  await textbox(page).fill(dispatch(WORDS));
  await shown(page, dispatch(WORDS));
  // At the end: a letter before the headline makes another headline of it, which moves what stands below, as it should.
  await page.keyboard.press('Control+End');
  await measured(page, context, t, { 'a letter': () => ['x'] });
}, { reducedMotion: 'reduce' }));
