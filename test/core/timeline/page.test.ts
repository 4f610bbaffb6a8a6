// What the page holds besides its script can be read back, and can't end the element that it stands in.
import assert from 'node:assert/strict';
import { type PageData, pageDataElement } from '../../../src/core/timeline/page';
import { keys } from '../../../src/core/timeline/words/keys';

describe('the data of the page', () => {
  const bundle = { Fit: '</script><script>alert(1)</script><!--' };
  const element = pageDataElement(bundle);

  it('stands in one element, whatever is in it', () => {
    assert.equal(element.match(/</g)?.length, 2);
    assert.match(element, /^<script type="application\/json" id="page">.*<\/script>$/s);
  });

  it('reads back as what it was', () => {
    const data = JSON.parse(element.replace(/^<[^>]*>/, '').replace(/<\/script>$/, '')) as PageData;
    assert.deepEqual(data.bundle, bundle);
    assert.deepEqual(data.keys, keys);
  });

  it('has no translations where there are none', () => {
    assert.doesNotMatch(pageDataElement(undefined), /"bundle"/);
  });
});
