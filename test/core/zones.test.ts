// The machine's own time zone changes nothing: one report, letter for letter, wherever the program runs.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const zones = ['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Europe/Berlin'];

/** The program's whole output in a process that lives in a zone. */
async function outputIn(zone: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'zones-program.ts')],
    { env: { ...process.env, TZ: zone }, maxBuffer: 64_000_000 },
  );
  return stdout;
}

describe('the machine’s time zone', () => {
  it('changes no finding, no hover, no timeline and no fix', async () => {
    const outputs = (await Promise.all(zones.map(outputIn))).map(output => output.split('\n'));
    const [[, ...lines]] = outputs as [string[]];
    assert.ok(lines.length > 1_000);
    for (const [, ...others] of outputs) assert.deepEqual(others, lines);
    // Otherwise this would compare a zone with itself.
    assert.equal(new Set(outputs.map(([zone]) => zone)).size, zones.length);
  }).timeout(60_000);
});
