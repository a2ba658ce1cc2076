import { randomBytes } from 'node:crypto';
import { chromium } from 'playwright-core';

// Measures in a browser what the client costs, against a Parley that runs (PARLEY_SERVER), and fails where it is more than it may. That
// Parley takes as many messages as are sent to fill a conversation: PARLEY_LIMITS_MESSAGESACCOUNT=10000/10s, and so on; see the README.
const SERVER = process.env.PARLEY_SERVER ?? 'http://localhost:8080';
const PASSWORD = 'correct horse battery';
const RUNS = 3;
const MESSAGES = Number(process.env.MESSAGES ?? 10_000);
const CONVERSATIONS = Number(process.env.CONVERSATIONS ?? 500);
const LONG_MS = 50;
const SLOW_NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

const measured = [];
const suffix = randomBytes(4).toString('hex');
const alice = await register('alice');
const bob = await register('bob');
const conversation = await direct(alice, bob);
for (let i = 1; i <= 40; i++) await say(i % 2 ? bob : alice, conversation, `Message ${i}`);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  await measure();
} finally {
  await browser.close();
  console.table(measured);
}
if (measured.some(({ kept }) => kept === 'no')) process.exit(1);

async function measure() {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  await context.addInitScript(observe);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await signIn(page, alice);

  await size(page, cdp);
  report('first conversation, cold, ms', 800, await median(() => opened(page, cdp, { cold: true })));
  report('first conversation, warm, ms', 400, await median(() => opened(page, cdp, { cold: false })));
  await cdp.send('Network.emulateNetworkConditions', SLOW_NETWORK);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  report(
    'first conversation, cold, 150 ms, 1.6 Mbit/s, CPU/4, ms',
    2_500,
    await median(() => opened(page, cdp, { cold: true })),
  );
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await cdp.send('Network.emulateNetworkConditions', {
    ...SLOW_NETWORK,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });

  await opened(page, cdp, { cold: false });
  report(
    'main thread a message received, ms',
    10,
    await work(page, cdp, 50, (text) => say(bob, conversation, text)),
  );
  // Found once: looking for it by its role is work of the page, too.
  const composer = await page.getByRole('textbox', { name: 'Message' }).elementHandle();
  report('main thread a message sent, ms', 10, await work(page, cdp, 50, (text) => write(composer, text)));
  await scrolling(page, cdp);
  await manyConversations(page, cdp);
}

/** Bytes of script that are fetched, compressed, until the first conversation is shown. */
async function size(page, cdp) {
  const scripts = new Map();
  cdp.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.set(requestId, 0));
  cdp.on(
    'Network.loadingFinished',
    ({ requestId, encodedDataLength }) => scripts.has(requestId) && scripts.set(requestId, encodedDataLength),
  );
  // What is fetched ahead, when there is nothing else to do, comes after that.
  let bytes = 0;
  await opened(page, cdp, {
    cold: true,
    shown: () => {
      bytes = [...scripts.values()].reduce((sum, each) => sum + each, 0);
    },
  });
  report('script until the first conversation, KiB', 150, bytes / 1024);
}

/** Milliseconds from the navigation until the newest message is in the page. */
async function opened(page, cdp, { cold, shown = () => {} }) {
  await page.goto('about:blank');
  if (cold) {
    await cdp.send('Network.enable');
    await cdp.send('Network.clearBrowserCache');
    await cdp.send('Storage.clearDataForOrigin', {
      origin: new URL(SERVER).origin,
      storageTypes: 'indexeddb,cache_storage,service_workers',
    });
  }
  await page.goto(`${SERVER}/#/c/${conversation}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.budget?.shownAt !== undefined, null, {
    polling: 50,
    timeout: 60_000,
  });
  shown();
  const shownAt = await page.evaluate(() => window.budget.shownAt);
  await page
    .getByRole('status', { name: 'Connection' })
    .getByText('Connected')
    .waitFor({ state: 'attached' });
  // The service worker is there before the next visit.
  if (!cold) await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return shownAt;
}

/** Notes when the newest message is in the page, and every long task. */
function observe() {
  window.budget = { shownAt: undefined, long: [] };
  new MutationObserver(() => {
    if (
      window.budget.shownAt === undefined &&
      document.body?.querySelector('[aria-label="Messages"]')?.textContent.match(/(Message|Long ago) \d+/)
    )
      window.budget.shownAt = performance.now();
  }).observe(document, { childList: true, subtree: true, characterData: true });
  new PerformanceObserver((list) =>
    window.budget.long.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({ type: 'longtask' });
}

/** Main-thread milliseconds a message beyond what the page does without one. */
async function work(page, cdp, count, send) {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const seconds = async (action) => {
    const [from, begun] = [await busy(), performance.now()];
    await action();
    return { busy: (await busy()) - from, elapsed: performance.now() - begun };
  };
  const idle = await seconds(() => page.waitForTimeout(3_000));
  const working = await seconds(async () => {
    const stamp = randomBytes(3).toString('hex');
    for (let i = 1; i <= count; i++) await send(`${stamp} ${i}`);
    await page.getByText(`${stamp} ${count}`, { exact: true }).last().waitFor();
  });
  return (working.busy - (idle.busy / idle.elapsed) * working.elapsed) / count;
}

async function write(composer, text) {
  await composer.fill(text);
  await composer.press('Enter');
}

async function scrolling(page, cdp) {
  await many(MESSAGES, (i) => say(i % 2 ? bob : alice, conversation, `Long ago ${i}`));
  await opened(page, cdp, { cold: false });
  await page.evaluate(() => window.budget.long.splice(0));
  const scrolled = await page.evaluate(async (most) => {
    const scroller = document.querySelector('[data-testid="virtuoso-scroller"], [data-virtuoso-scroller]');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let [rounds, still] = [0, 0];
    while (still < 120 && rounds++ < most) {
      still = scroller.scrollTop === 0 ? still + 1 : 0;
      scroller.scrollTop -= 900;
      await frame();
    }
    return scroller.textContent.includes('Message 1');
  }, 60_000);
  if (!scrolled) console.error('The beginning of the conversation was not reached.');
  report(`longest task while scrolling ${MESSAGES} messages, ms`, LONG_MS, await longest(page));
}

async function manyConversations(page, cdp) {
  await many(CONVERSATIONS, (i) => post(alice, '/conversations/groups', { name: `Group ${i}`, members: [] }));
  await opened(page, cdp, { cold: false });
  await page.getByRole('link', { name: /Group/ }).first().waitFor();
  await page.evaluate(() => window.budget.long.splice(0));
  await page.evaluate(async () => {
    let list = document.querySelector('nav[aria-label="Conversations"]');
    while (list && list.scrollHeight <= list.clientHeight)
      list = list.firstElementChild ?? list.parentElement;
    for (let i = 0; i < 200; i++) {
      list?.scrollBy(0, 200);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  for (let i = 0; i < 10; i++) await say(bob, conversation, `In between ${i}`);
  await page.getByText('In between 9').first().waitFor();
  report(`longest task with ${CONVERSATIONS} conversations, ms`, LONG_MS, await longest(page));
}

async function longest(page) {
  return Math.max(0, ...(await page.evaluate(() => window.budget.long)));
}

async function median(run) {
  const times = [];
  for (let i = 0; i < RUNS; i++) times.push(await run());
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

function report(what, budget, value) {
  measured.push({
    what,
    measured: Math.round(value * 10) / 10,
    budget,
    kept: value <= budget ? 'yes' : 'no',
  });
}

async function signIn(page, person) {
  await page.goto(SERVER);
  await page.getByLabel('Username').fill(person.username);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Conversations' }).waitFor();
}

async function register(name) {
  const body = {
    username: `${name}_${suffix}`,
    password: PASSWORD,
    displayName: name,
    email: `${name}@example.org`,
    client: 'native',
  };
  const { username, accessToken } = await post(null, '/accounts', body);
  return { username, accessToken };
}

async function direct(one, other) {
  const { conversation } = await post(one, '/conversations/direct', { username: other.username });
  return conversation;
}

function say(person, conversation, text) {
  const id = randomBytes(16);
  id.writeUIntBE(Date.now(), 0, 6);
  id[6] = 0x70 | (id[6] & 0x0f);
  id[8] = 0x80 | (id[8] & 0x3f);
  const message = id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return post(person, `/conversations/${conversation}/messages`, { message, text });
}

async function many(count, action, atOnce = 8) {
  let next = 1;
  const worker = async () => {
    while (next <= count) await action(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function post(person, path, body) {
  for (let attempt = 0; ; attempt++) {
    const headers = {
      'Content-Type': 'application/json',
      'Idempotency-Key': randomBytes(12).toString('hex'),
    };
    if (person) headers.Authorization = `Bearer ${await tokenOf(person)}`;
    const response = await fetch(`${SERVER}/api${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    if (!answer.retryable || attempt > 5) throw new Error(`${path}: ${answer.detail}`);
    await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** attempt));
  }
}

/** Access tokens live for five minutes. */
async function tokenOf(person) {
  if (!person.signedInAt || Date.now() - person.signedInAt > 200_000) {
    person.signedInAt = Date.now();
    person.token = (
      person.token
        ? await post(null, '/sessions', { username: person.username, password: PASSWORD, client: 'native' })
        : person
    ).accessToken;
  }
  return person.token;
}
