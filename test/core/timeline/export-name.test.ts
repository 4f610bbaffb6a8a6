// The names under which a timeline is saved.
import assert from 'node:assert/strict';
import { exportName } from '../../../src/core/timeline/export-name';

const at = Date.UTC(2026, 10, 22, 2);

describe('the name of an export', () => {
  for (const [title, zone, expected] of [
    ['licenses.yaml', 'UTC', 'coverage-licenses-2026-11-22.svg'],
    ['licenses.yaml', 'America/Chicago', 'coverage-licenses-2026-11-21.svg'],
    ['eu.licenses.toml', 'UTC', 'coverage-eu.licenses-2026-11-22.svg'],
    ['lservrc', 'UTC', 'coverage-lservrc-2026-11-22.svg'],
    ['.lic', 'UTC', 'coverage-.lic-2026-11-22.svg'],
    ['Lizenzen für A&B.lic', 'UTC', 'coverage-Lizenzen-für-A-B-2026-11-22.svg'],
    ['', 'UTC', 'coverage-2026-11-22.svg'],
    ['licenses.yaml', 'Mars/Olympus', 'coverage-licenses-2026-11-22.svg'],
  ] as const) {
    it(`of "${title}" in ${zone} is ${expected}`, () => {
      assert.equal(exportName({ title, zone, at }, 'svg'), expected);
    });
  }
});
