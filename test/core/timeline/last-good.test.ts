// The last good picture: old items, new problems, and numbers that lead to each.
import assert from 'node:assert/strict';
import { timelineOf } from '../../../src/core/timeline';
import { isWhole, withNotice, withProblems } from '../../../src/core/timeline/last-good';
import { reportOn, sample } from '../read';

const options = { expiryWarningDays: 30, mostItems: 1000 };
const timeline = (text: string) => {
  const report = reportOn('story.yaml', text);
  return timelineOf([report], report.files[0], options);
};
const text = sample('story.yaml');
const torn = text.replace('seats: unlimited', 'seats: [unlimited');

describe('the last good picture', () => {
  const good = timeline(text);
  const now = timeline(torn);
  const shown = withProblems(good, now);

  it('has the items of then and the problems of now', () => {
    assert.ok(isWhole(good));
    assert.ok(!isWhole(now));
    assert.deepEqual(shown.model.rows, good.model.rows);
    assert.equal(shown.model.items, good.model.items);
    assert.deepEqual(
      shown.model.problems.map(problem => problem.text),
      now.model.problems.map(problem => problem.text),
    );
    assert.notEqual(shown.model.problems.length, 0);
  });

  it('leads items to the text of then, and problems to that of now', () => {
    for (let id = 0; id < good.model.labels.length; id++) assert.equal(shown.placeOf(id)?.file.text, text);
    for (const { id } of shown.model.problems) assert.equal(shown.placeOf(id)?.file.text, torn);
    assert.equal(new Set(shown.model.problems.map(({ id }) => id)).has(good.model.labels.length - 1), false);
    assert.equal(shown.placeOf(good.model.labels.length + shown.model.problems.length), undefined);
    assert.equal(shown.placeOf(-1), undefined);
  });

  it('can say that the file is no license file any more', () => {
    assert.equal(withNotice(good, 'Gone.').model.notice, 'Gone.');
    assert.equal(good.model.notice, null);
  });

  it('is none where there was nothing to see', () => {
    assert.equal(isWhole(timeline('licenses: []\nproduct: Foo\n')), false);
  });
});
