// Installs the project's packages when they are missing or not those of the lock file; otherwise does nothing, in milliseconds.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

if (!isInstalled()) {
  console.log('Installing the packages of package-lock.json …');
  // One command line for every platform: Windows runs npm through a shell only.
  const { status } = spawnSync('npm ci --include=dev --no-audit --no-fund', {
    cwd: project,
    stdio: 'inherit',
    shell: true,
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** npm notes last, in a lock file of its own, what it has installed, so an interrupted installation counts as none. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional),
  );
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(project + lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
