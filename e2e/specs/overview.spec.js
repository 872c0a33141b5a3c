// The line of dates: each drawn as what it is; closer, farther, and limits, all by keyboard too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entries, onPage, read, setUp, timeline, until } from '../fixtures.js';
import { FLOOD_FUND, dispatch } from '../stories.js';

setUp();

const SHAPES = `A long road

VIENNA, Oct 30, 2019 - The World Bank met in Vienna today. The fund began in 2015 and has grown since 2016. It met in March 2018 and again on 9 May 2018. It will end in 2021.

It was first thought of in 1931.
`;

/** Two long empty stretches, and words of many widths near to each other. */
const MANY = `Minutes of a council

VIENNA, June 16, 2022 - The World Bank met in Vienna today. The fund began in November 2000. It had grown in 2004 and since 2009. It met in 2018, in October 2021 and in the first quarter of 2022. A year ago nobody came. It will meet tomorrow, on September 5 and in the spring of 2024.
`;

const times = (page) => entries(page).locator('time').evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
const shows = (page, expected) => until(page, async () => String(await times(page)) === String(expected), `the timeline is ${expected}`);
const from = (page) => page.getByRole('slider', { name: 'From' });
const to = (page) => page.getByRole('slider', { name: 'To' });

test('days, months, years and open ends are drawn as what they are', onPage(async (page) => {
  await read(page, SHAPES);
  const figures = await page.locator('.strip-figure').evaluateAll((all) => all.map((figure) => {
    const shape = figure.querySelector('.strip-shape');
    return { words: figure.querySelector('.strip-label')?.textContent, shape: shape.tagName, width: shape.getBBox().width, planned: figure.classList.contains('is-planned') };
  }));
  const of = (words) => figures.find((figure) => figure.words === words);
  assert.equal(of('May 9').shape, 'circle');
  assert.equal(of('2015').shape, 'rect');
  assert.ok(of('2015').width > 8 * of('March 2018').width, 'a year is about twelve times as wide as a month');
  assert.equal(of('since 2016').shape, 'path');
  assert.ok(of('2021').planned && !of('2015').planned, 'planned is told from past');
  assert.equal(await page.locator('.strip-break').textContent(), '83 years');
  assert.equal(await page.locator('.strip-published-words').textContent(), 'published');
}));

test('no figure and no label covers another', onPage(async (page) => {
  await read(page, SHAPES);
  const boxes = await page.locator('.strip-figure').evaluateAll((all) => all.flatMap((figure) => [...figure.querySelectorAll('.strip-shape')].map((shape) => {
    const { x, y, width, height } = shape.getBBox();
    return { x, y, width, height };
  })));
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      const apart = a.x + a.width <= b.x + 0.5 || b.x + b.width <= a.x + 0.5 || a.y + a.height <= b.y || b.y + b.height <= a.y;
      assert.ok(apart, `${JSON.stringify(a)} ${JSON.stringify(b)}`);
    }
  }
}));

for (const width of [1280, 720, 360]) {
  test(`words touch neither each other nor, where there is room, the rule of the publication, and the limits leave all of it free, ${width} px wide`, onPage(async (page) => {
    for (const text of [SHAPES, FLOOD_FUND, MANY, dispatch(2_000)]) {
      await read(page, text);
      const found = await page.evaluate(() => {
        const boxes = (selector) => [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
        const rule = boxes('.strip-published')[0].x;
        const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        const pairs = (all) => all.filter((a, index) => all.slice(index + 1).some((b) => meets(a, b))).length;
        const [labels, ticks, shapes, grips] = ['.strip-label', '.strip-tick', '.strip-shape', '.strip-grip'].map(boxes);
        const roomy = innerWidth > 1000 ? boxes('.strip-label.is-beside').filter(({ left, right }) => left < rule && rule < right).length : 0;
        return {
          crossed: roomy,
          covered: [...labels, ...ticks, ...shapes].filter((box) => grips.some((grip) => meets(grip, box))).length,
          touching: pairs(labels) + pairs(ticks),
          labels: labels.length,
          ticks: ticks.length,
        };
      });
      assert.ok(found.labels > 0 && found.ticks > 1, JSON.stringify(found));
      assert.equal(found.crossed + found.covered + found.touching, 0, `${text.slice(0, 20)}: ${JSON.stringify(found)}`);
    }
  }, { viewport: { width, height: 900 } }));
}

test('the picture says in one sentence what the list says in words', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  assert.equal(await page.locator('.strip-svg').getAttribute('aria-label'), '3 dates, 2015 to October 30, 2019');
}));

test('limits narrow the list with the arrow keys, and open again', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await shows(page, ['2015', '2018-03', '2019-10-30']);
  await from(page).focus();
  await page.keyboard.press('ArrowRight');
  await shows(page, ['2018-03', '2019-10-30']);
  assert.equal(await from(page).getAttribute('aria-valuetext'), 'March 1, 2018');
  await timeline(page).getByText('2 of 3').waitFor();
  await to(page).focus();
  await page.keyboard.press('ArrowLeft');
  await shows(page, ['2018-03']);
  assert.match(page.url(), /d=2018-03-01\.\.2018-03-31/);
  await page.keyboard.press('End');
  await shows(page, ['2018-03', '2019-10-30']);
  await page.goBack();
  await shows(page, ['2015', '2018-03', '2019-10-30']);
}));

test('limits are drawn with the pointer', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  const box = await page.locator('.strip-canvas').boundingBox();
  const march = await page.locator('.strip-figure', { hasText: 'March 2018' }).locator('.strip-shape').boundingBox();
  await page.mouse.move(march.x - 40, box.y + 6);
  await page.mouse.down();
  await page.mouse.move(march.x + 60, box.y + 6, { steps: 4 });
  await page.mouse.up();
  await shows(page, ['2018-03']);
  await page.mouse.click(box.x + 400, box.y + 6);
  await shows(page, ['2015', '2018-03', '2019-10-30']);
}));

test('a press on a figure chooses its date', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await page.locator('.strip-figure', { hasText: '2015' }).locator('.strip-shape').click();
  await page.locator('time.is-current').waitFor();
  assert.equal(await page.locator('time.is-current').innerText(), '2015');
}));

test('dense days are one figure with their number, and fall apart when drawn closer', onPage(async (page) => {
  await read(page, dispatch(2_000));
  const clusters = page.locator('.strip-cluster');
  await until(page, async () => (await clusters.count()) > 0, 'there are clusters');
  const before = await page.locator('.strip-figure').count();
  const height = (await page.locator('.strip').boundingBox()).height;
  await page.getByRole('button', { name: 'Closer' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await until(page, async () => (await page.locator('.strip-figure').count()) > before, 'more is told apart');
  assert.ok(Math.abs((await page.locator('.strip').boundingBox()).height - height) < 20, 'nothing below jumps');
  const scroller = page.getByRole('group', { name: 'Line of dates' });
  await scroller.focus();
  const left = await scroller.evaluate((element) => element.scrollLeft);
  assert.ok(left > 0, 'the middle stays in the middle');
  await page.keyboard.press('ArrowRight');
  await until(page, () => scroller.evaluate((element, old) => element.scrollLeft > old, left), 'the arrow keys pan');
  await page.getByRole('button', { name: 'Farther' }).click();
}, { reducedMotion: 'reduce' }));

test('folded stretches can be drawn in full', onPage(async (page) => {
  await read(page, SHAPES);
  const full = page.getByRole('button', { name: 'Draw empty stretches in full' });
  await full.click();
  await until(page, async () => (await page.locator('.strip-break').count()) === 0, 'no break is drawn');
  assert.equal(await full.getAttribute('aria-pressed'), 'true');
  await full.click();
  await until(page, async () => (await page.locator('.strip-break').count()) === 1, 'folded again');
}));
