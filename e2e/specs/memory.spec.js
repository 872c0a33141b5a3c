// How much memory the page and its worker hold after a story: the heaps of scripts and the memory of both programs.
import assert from 'node:assert/strict';
import test from 'node:test';
import { onPage, read, setUp } from '../fixtures.js';
import { dispatch } from '../stories.js';

setUp();

const MEGABYTE = 1024 * 1024;
const BAR = 40 * MEGABYTE;

/** The heap of scripts, and the memory that WebAssembly's programs have taken, for the page or one of its workers. */
async function held(send) {
  await send('HeapProfiler.enable');
  await send('HeapProfiler.collectGarbage');
  const { usedSize } = await send('Runtime.getHeapUsage');
  const { result } = await send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const sum = await send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }',
    returnByValue: true,
  });
  return { heap: usedSize, programs: sum.result.value };
}

/** Calls methods of the first worker through the page's session. */
async function workerOf(session) {
  let answered = () => {};
  const attached = new Promise((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => targetInfo.type === 'worker' && resolve(sessionId));
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => answered(JSON.parse(message)));
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const sessionId = await attached;
  let id = 0;
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      id += 1;
      const mine = id;
      answered = (answer) => answer.id === mine && (answer.error ? reject(new Error(answer.error.message)) : resolve(answer.result));
      session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) }).catch(reject);
    });
}

test('page and worker hold at most 40 MB after a story of 2,000 words', onPage(async (page, t) => {
  await read(page, dispatch(2_000));
  const session = await page.context().newCDPSession(page);
  const worker = await held(await workerOf(session));
  const own = await held((method, params) => session.send(method, params));
  const sum = worker.heap + worker.programs + own.heap + own.programs;
  const shown = [worker.heap, worker.programs, own.heap, own.programs, sum].map((bytes) => (bytes / MEGABYTE).toFixed(1));
  t.diagnostic(`worker ${shown[0]} + ${shown[1]}, page ${shown[2]} + ${shown[3]}: ${shown[4]} MB`);
  assert.ok(worker.programs > MEGABYTE, 'the worker program’s memory is counted');
  assert.ok(sum <= BAR, `${shown[4]} MB are held`);
}));
