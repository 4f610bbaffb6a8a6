// A picture that is asked for: the one answer that fits is taken, and no other.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { PictureRequest } from '../../src/core/timeline/messages';
import { createPictureRequests, type PictureData } from '../../src/editor/timeline-request';

const svg: PictureRequest = { format: 'svg', scale: 1, theme: 'shown', model: null };
const answer = (seq: number, format: PictureRequest['format'], data: PictureData) =>
  ({ v: 1, t: 'exported', seq, format, data: data ?? null }) as const;
const later = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('asking for a picture', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('takes the answer to it alone, and that once', async () => {
    const requests = createPictureRequests();
    assert.equal(requests.answer(answer(3, 'svg', '<svg/>')), false, 'nothing was asked');
    const data = requests.ask(svg, async () => 3);
    await later();
    assert.equal(requests.answer(answer(2, 'svg', 'old')), false);
    assert.equal(requests.answer(answer(3, 'png', 'other')), false);
    assert.equal(requests.answer(answer(3, 'svg', '<svg/>')), true);
    assert.equal(requests.answer(answer(3, 'svg', 'again')), false);
    assert.equal(await data, '<svg/>');
  });

  it('takes none before it was sent', async () => {
    const requests = createPictureRequests();
    void requests.ask(svg, () => new Promise(() => undefined));
    await later();
    assert.equal(requests.answer(answer(1, 'svg', '<svg/>')), false);
  });

  it('gives up after 20 seconds', async () => {
    const requests = createPictureRequests();
    const data = requests.ask(svg, async () => 3);
    await later();
    mock.timers.tick(19_999);
    let isDone = false;
    void data.then(() => (isDone = true));
    await later();
    assert.equal(isDone, false);
    mock.timers.tick(1);
    assert.equal(await data, undefined);
    assert.equal(requests.answer(answer(3, 'svg', 'late')), false);
  });

  it('forgets one when the next is asked for', async () => {
    const requests = createPictureRequests();
    let first: PictureData | 'none' = 'none';
    void requests.ask(svg, async () => 3).then(data => (first = data));
    const second = requests.ask({ ...svg, format: 'png' }, async () => 3);
    await later();
    assert.equal(requests.answer(answer(3, 'svg', 'first')), false);
    assert.equal(requests.answer(answer(3, 'png', null)), true);
    assert.equal(await second, null);
    mock.timers.tick(30_000);
    await later();
    assert.equal(first, 'none');
  });
});
