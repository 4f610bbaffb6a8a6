// Waits for something that comes true in its own time.

/** Asks again and again until the answer is truthy; otherwise rejects, saying `what` was waited for and the last answer. */
export async function until<T>(what: string, ask: () => Promise<T> | T, limit = 15_000): Promise<NonNullable<T>> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${limit} ms in vain: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
