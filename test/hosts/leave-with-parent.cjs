// Loaded into the server host first: ends its process group when whoever started it is gone, however abruptly.
const parent = Number(process.env.LICENSE_COVERAGE_PARENT);

// The processes that the server starts load this file too, but they have another parent and go with the group.
if (process.ppid === parent) {
  setInterval(() => {
    if (process.ppid !== parent) process.kill(0, 'SIGKILL');
  }, 1000).unref();
}
